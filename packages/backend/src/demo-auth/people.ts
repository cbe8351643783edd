// SPDX-License-Identifier: Apache-2.0
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** Someone that one can sign in as. */
export interface Person {
  /** What the sign-in page and the API call them, for example `engineer`. */
  role: string;
  /** Entity ref of their user in the catalog. */
  user: string;
  /** Their name on the screen. */
  title: string;
}

/** Reads `auth.providers.demo.people`. */
export function readPeople(config: Config): Person[] {
  const people = config
    .getConfigArray('auth.providers.demo.people')
    .map(person => ({
      role: person.getString('role'),
      user: person.getString('user'),
      title: person.getString('title'),
    }));
  const roles = people.map(person => person.role);
  const twice = roles.find((role, index) => roles.indexOf(role) !== index);
  if (twice) {
    throw new InputError(
      `auth.providers.demo.people names the role ${twice} twice; roles must differ`,
    );
  }
  return people;
}
