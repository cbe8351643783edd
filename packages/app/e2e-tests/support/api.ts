// SPDX-License-Identifier: Apache-2.0
import { expect } from '@playwright/test';
import { readDemo } from './demo';

async function call<T>(path: string, init: RequestInit = {}): Promise<T> {
  const { portal, tokens } = readDemo();
  const response = await fetch(`${portal}/api/preview/v1/${path}`, {
    ...init,
    headers: {
      Authorization: `Bearer ${tokens.admin}`,
      'Content-Type': 'application/json',
    },
  });
  expect(response.ok, `${path}: ${response.status}`).toBe(true);
  return (await response.json()) as T;
}

const active = async () =>
  (await call<{ items: { id: string }[] }>('sessions?active=true&limit=200'))
    .items;

/** Stops every preview, as the platform team may, and waits for the end. */
export async function stopAll(): Promise<void> {
  for (const { id } of await active()) {
    await call(`sessions/${id}/stop`, { method: 'POST', body: '{}' });
  }
  await expect.poll(async () => (await active()).length).toBe(0);
}
