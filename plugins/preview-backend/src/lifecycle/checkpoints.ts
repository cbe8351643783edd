// SPDX-License-Identifier: Apache-2.0

/** Everything that the lifecycle waits for, by name. */
export const CHECKPOINTS = [
  'database.claimDue',
  'database.claimSession',
  'database.load',
  'database.record',
  'database.extendLease',
  'database.requestLook',
  'database.listUpcoming',
  'database.listActiveIn',
  'database.holdCluster',
  'database.releaseCluster',
  'database.listForSweep',
  'database.saveOwner',
  'database.keepLogs',
  'database.deleteKeptLogs',
  'driver.observe',
  'driver.apply',
  'driver.remove',
  'driver.detach',
  'driver.verify',
  'driver.logs',
  'driver.list',
] as const;

export type CheckpointName = (typeof CHECKPOINTS)[number];

/**
 * Stands around every awaited call of the lifecycle, so that a test can end
 * or break the process right before and right after each of them.
 */
export interface Checkpoints {
  around<T>(name: CheckpointName, call: () => Promise<T>): Promise<T>;
}

/** What production uses. */
export const NO_CHECKPOINTS: Checkpoints = { around: (_, call) => call() };
