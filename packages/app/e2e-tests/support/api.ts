// SPDX-License-Identifier: Apache-2.0
import { expect } from '@playwright/test';
import { readDemo, type Role } from './demo';

async function call<T>(
  path: string,
  init: RequestInit = {},
  role: Role = 'admin',
): Promise<T> {
  const { portal, tokens } = readDemo();
  const response = await fetch(`${portal}/api/preview/v1/${path}`, {
    ...init,
    headers: {
      Authorization: `Bearer ${tokens[role]}`,
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

/** Starts a preview of checkout as its owner, without a browser. */
export async function startByApi(tag: string, key: string): Promise<void> {
  const body = {
    entityRef: 'component:default/checkout',
    image: `shop/checkout:${tag}`,
    key,
  };
  await call(
    'sessions',
    { method: 'POST', body: JSON.stringify(body) },
    'engineer',
  );
}
