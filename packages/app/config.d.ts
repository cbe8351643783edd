// SPDX-License-Identifier: Apache-2.0
export interface Config {
  auth?: {
    providers?: {
      /** Sign-in without a password, for the demo only. */
      demo?: {
        /**
         * Who one can sign in as.
         * @deepVisibility frontend
         */
        people: Array<{
          /** Short name, for example `engineer`; unique. */
          role: string;
          /** Entity ref of their user in the catalog. */
          user: string;
          /** Name on the sign-in page. */
          title: string;
          /** What this person does in the demo. */
          description: string;
        }>;
      };
    };
  };
}
