// SPDX-License-Identifier: Apache-2.0
import {
  chmodSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { CliError } from '../CliError';
import type { Context } from '../Context';

/** What is kept of one portal. */
export interface Login {
  token: string;
  /** Gets another token when this one has ended. */
  refreshToken?: string;
  /** Epoch milliseconds; absent = not known. */
  expiresAt?: number;
}

/** Portals that somebody logged in to, by address. */
export interface Credentials {
  /** The one that is meant where none is named. */
  current: string | null;
  portals: Record<string, Login>;
}

type Place = Pick<Context, 'env' | 'home'>;

/** Where logins are kept. */
export function credentialsFile({ env, home }: Place): string {
  const folder = env.XDG_CONFIG_HOME || join(home, '.config');
  return env.PREVIEW_CREDENTIALS || join(folder, 'preview', 'credentials.json');
}

/**
 * Reads what `preview login` kept; empty where nobody logged in.
 *
 * @throws CliError when others can read the file, or it is no such file
 */
export function readCredentials(place: Place): Credentials {
  const file = credentialsFile(place);
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) {
    return { current: null, portals: {} };
  }
  // Windows has no such bits; there the folder of the person protects it.
  if (process.platform !== 'win32' && (stats.mode & 0o077) !== 0) {
    throw new CliError(`${file} can be read by others, so it is not used.`, {
      code: 'CredentialsExposed',
      hint: `Run chmod 600 ${file}, and replace the token if others could have seen it.`,
      exit: 'notSignedIn',
    });
  }
  return parse(readFileSync(file, 'utf8'), file);
}

function parse(text: string, file: string): Credentials {
  try {
    const { current, portals } = JSON.parse(text);
    if (typeof portals === 'object' && portals !== null) {
      return { current: current ?? null, portals };
    }
  } catch {
    // Said below; the reason would quote what is in the file.
  }
  throw new CliError(`${file} is not what preview login writes.`, {
    code: 'CredentialsUnreadable',
    hint: 'Remove it, then run preview login again.',
    exit: 'notSignedIn',
  });
}

/** Replaces what is kept. The file is never readable by others, or half. */
export function writeCredentials(place: Place, all: Credentials): string {
  const file = credentialsFile(place);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
  chmodSync(draft, 0o600);
  renameSync(draft, file);
  return file;
}
