// SPDX-License-Identifier: Apache-2.0
import { randomness } from '../random';
import { MASTERS, User } from '../registry/WriteContext';

export interface TokenFile {
  admin: string;
  /** By `namespace/name`. */
  serviceAccounts: Record<string, string>;
}

/** Bearer tokens: one for the administrator, one for each ServiceAccount that asked for one. */
export class Tokens {
  readonly #users = new Map<string, string>();

  constructor(
    private readonly file: TokenFile,
    private readonly save: (file: TokenFile) => void,
  ) {
    for (const [account, token] of Object.entries(file.serviceAccounts))
      this.#users.set(token, account);
  }

  static fresh(): TokenFile {
    return { admin: randomness.token(), serviceAccounts: {} };
  }

  get admin(): string {
    return this.file.admin;
  }

  /** The token of a ServiceAccount, made when first asked for. */
  forServiceAccount(namespace: string, name: string): string {
    const account = `${namespace}/${name}`;
    const known = this.file.serviceAccounts[account];
    if (known) return known;
    const token = randomness.token();
    this.file.serviceAccounts[account] = token;
    this.#users.set(token, account);
    this.save(this.file);
    return token;
  }

  /** Who presents the token. `uidOf` says whether, and under which uid, the account exists. */
  userOf(
    token: string,
    uidOf: (namespace: string, name: string) => string | undefined,
  ): User | undefined {
    if (token === this.file.admin) {
      return {
        name: 'kubernetes-admin',
        groups: [MASTERS, 'system:authenticated'],
      };
    }
    const account = this.#users.get(token);
    if (!account) return undefined;
    const [namespace, name] = account.split('/');
    const uid = uidOf(namespace, name);
    return uid ? serviceAccountUser(namespace, name, uid) : undefined;
  }
}

export function serviceAccountUser(
  namespace: string,
  name: string,
  uid: string,
): User {
  return {
    name: `system:serviceaccount:${namespace}:${name}`,
    uid,
    groups: [
      'system:serviceaccounts',
      `system:serviceaccounts:${namespace}`,
      'system:authenticated',
    ],
  };
}
