// SPDX-License-Identifier: Apache-2.0
import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { PreviewDriver } from './PreviewDriver';

/** @public */
export interface PreviewDriversExtensionPoint {
  /**
   * Adds a driver, or replaces the built-in one of the same type.
   *
   * @throws Error when two modules add the same type
   */
  addDriver(driver: PreviewDriver): void;
}

/**
 * Where modules bring their own drivers.
 *
 * @public
 */
export const previewDriversExtensionPoint =
  createExtensionPoint<PreviewDriversExtensionPoint>({ id: 'preview.drivers' });
