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

/** What a preview tells of itself, as far as the tests look at it. */
interface Told {
  id: string;
  phase: string;
}

async function untilPhase(id: string, phase: string): Promise<void> {
  await expect
    .poll(async () => (await call<Told>(`sessions/${id}`)).phase, {
      timeout: 60_000,
    })
    .toBe(phase);
}

/** Starts or updates a preview of checkout as its owner, without a browser. */
export async function startByApi(tag: string, key: string): Promise<string> {
  const body = {
    entityRef: 'component:default/checkout',
    image: `shop/checkout:${tag}`,
    key,
  };
  const { session } = await call<{ session: Told }>(
    'sessions',
    { method: 'POST', body: JSON.stringify(body) },
    'engineer',
  );
  return session.id;
}

/** The same, and waits until it answers. */
export async function readyByApi(tag: string, key: string): Promise<string> {
  const id = await startByApi(tag, key);
  await untilPhase(id, 'ready');
  return id;
}

/** Stops a preview as its owner and waits until it is over. */
export async function stopByApi(id: string): Promise<void> {
  await call(`sessions/${id}/stop`, { method: 'POST', body: '{}' }, 'engineer');
  await untilPhase(id, 'stopped');
}

/** The status with which a path answers a person. */
export async function statusFor(role: Role, path: string): Promise<number> {
  const { portal, tokens } = readDemo();
  const { status } = await fetch(`${portal}/api/preview/v1/${path}`, {
    headers: { Authorization: `Bearer ${tokens[role]}` },
  });
  return status;
}
