// SPDX-License-Identifier: Apache-2.0
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import {
  LogKeys,
  processClock,
  readSecret,
  Sealer,
  TEST_ORIGIN,
} from './product';

const silent: LoggerService = {
  error() {},
  warn() {},
  info() {},
  debug() {},
  child: () => silent,
};

/** One replica's sealer. */
export function aSealer(knex: Knex, secret: string): Sealer {
  const keys = new LogKeys(TEST_ORIGIN, [readSecret(secret)!], false);
  return new Sealer({ knex, keys, clock: processClock, logger: silent });
}
