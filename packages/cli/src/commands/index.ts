// SPDX-License-Identifier: Apache-2.0
import { auditVerify } from './audit';
import type { CommandEntry } from './CommandEntry';
import { completion, login, logout, open } from './login';
import { extend, logs, status, update, verify, wait } from './sessions';
import { start } from './start';
import { stop } from './stop';

export type { CommandEntry, CommandRun } from './CommandEntry';

/** Every command, in the order of the help. */
export const COMMANDS: CommandEntry[] = [
  start,
  update,
  extend,
  stop,
  status,
  logs,
  wait,
  verify,
  open,
  login,
  logout,
  auditVerify,
  completion,
];
