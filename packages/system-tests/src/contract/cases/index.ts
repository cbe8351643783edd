// SPDX-License-Identifier: Apache-2.0
import type { ContractCase } from '../ContractCase';
import { LIFE } from './life';

/** Every promise, in the order in which a session meets them. */
export const CASES: ContractCase[] = [...LIFE];
