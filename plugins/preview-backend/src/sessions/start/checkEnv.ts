// SPDX-License-Identifier: Apache-2.0
import {
  type EnvOverride,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';

const NAME = /^[A-Za-z_][A-Za-z0-9_.-]*$/;

/** @throws PreviewError `InvalidEnv` with the index in its field */
export function checkEnv(variable: EnvOverride, index: number): void {
  const { name, value, secretKeyRef } = variable;
  const one = (value === undefined) !== (secretKeyRef === undefined);
  if (!one || !NAME.test(name) || value?.includes('\u0000')) {
    throw previewError('InvalidEnv', { field: `env[${index}]` });
  }
}
