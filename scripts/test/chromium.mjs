// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** A Chromium of this machine, or `null`. */
export function chromiumPath() {
  const candidates = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    chromium.executablePath(),
  ];
  return candidates.find(path => path && existsSync(path)) ?? null;
}
