// SPDX-License-Identifier: Apache-2.0
import { CliError } from '../CliError';
import type { Portal } from '../connection/Portal';
import type { Wish } from './wish';

/** The entity that a target belongs to. */
export async function findEntity(portal: Portal, wish: Wish): Promise<string> {
  void portal;
  if (wish.entityRef) {
    return wish.entityRef;
  }
  throw new CliError('No service is named.', {
    field: '--entity',
    hint: 'Give the entity of the catalog, for example --entity component:default/checkout.',
  });
}
