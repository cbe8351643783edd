// SPDX-License-Identifier: Apache-2.0
import { ConfigApi } from '@backstage/frontend-plugin-api';

/** Someone that one can sign in as. */
export interface Person {
  role: string;
  title: string;
  description: string;
}

/** Reads `auth.providers.demo.people`; none where the demo sign-in is off. */
export function readPeople(config: ConfigApi): Person[] {
  return (
    config.getOptionalConfigArray('auth.providers.demo.people') ?? []
  ).map(person => ({
    role: person.getString('role'),
    title: person.getString('title'),
    description: person.getString('description'),
  }));
}
