// SPDX-License-Identifier: Apache-2.0
import { AuthenticationError } from '@backstage/errors';
import { createProxyAuthenticator } from '@backstage/plugin-auth-node';
import { isLocalRequest } from './loopback';
import { Person } from './people';

/**
 * Header that names the role to sign in as. A page of another origin cannot
 * send it: browsers ask first, and are told no.
 */
export const DEMO_PERSON_HEADER = 'x-demo-person';

/** Takes the caller's word for who they are, if they call from this machine. */
export function createDemoAuthenticator(people: Person[]) {
  const roles = people.map(person => person.role).join(', ');
  return createProxyAuthenticator({
    defaultProfileTransform: async (person: Person) => ({
      profile: { displayName: person.title },
    }),
    initialize: () => people,
    async authenticate({ req }, known: Person[]) {
      if (!isLocalRequest(req)) {
        throw new AuthenticationError(
          'The demo sign-in only answers to this machine',
        );
      }
      const role = req.header(DEMO_PERSON_HEADER);
      const person = known.find(candidate => candidate.role === role);
      if (!person) {
        throw new AuthenticationError(
          `The header ${DEMO_PERSON_HEADER} must name one of ${roles}`,
        );
      }
      return { result: person };
    },
  });
}
