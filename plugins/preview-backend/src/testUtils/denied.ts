// SPDX-License-Identifier: Apache-2.0
import { EVE, type Portal } from './aPortal';

/** Denied attempts in the audit log with this code, newest first. */
export async function denied(portal: Portal, code: string) {
  const { body } = await portal.get(
    EVE,
    'audit/events?action=access.denied&outcome=denied&limit=200',
  );
  return body.items.filter((event: { code: string }) => event.code === code);
}
