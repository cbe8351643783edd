// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Who can sign in to the demo. */
export type Role = 'engineer' | 'qa' | 'auditor' | 'admin';

/** What the demo tells of itself. */
export interface Demo {
  /** Address of the portal. */
  portal: string;
  /** Address of the gateway. */
  gateway: string;
  /** Path of a kubeconfig for the cluster's administrator. */
  kubeconfig: string;
  pids: { backend: number; cluster: number };
  /** API token by person. */
  tokens: Record<Role, string>;
}

/** Where the demo of this run tells it. */
export function demoStateFile(): string {
  return join(process.env.PREVIEW_DEMO_DATA!, 'demo.json');
}

/** Reads it anew: tokens and process ids change. */
export function readDemo(): Demo {
  return JSON.parse(readFileSync(demoStateFile(), 'utf8'));
}
