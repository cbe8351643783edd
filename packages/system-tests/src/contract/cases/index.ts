// SPDX-License-Identifier: Apache-2.0
import type { ContractCase } from '../ContractCase';
import { CANARY } from './canary';
import { CLONES } from './clones';
import { LIFE } from './life';
import { LOOKING } from './looking';
import { ROUTES } from './routes';
import { SCALING } from './scaling';
import { TARGETS } from './targets';
import { TROUBLES } from './troubles';

/** Every promise of the driver. */
export const CASES: ContractCase[] = [
  ...TARGETS,
  ...LIFE,
  ...SCALING,
  ...CLONES,
  ...ROUTES,
  ...CANARY,
  ...TROUBLES,
  ...LOOKING,
];
