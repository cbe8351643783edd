// SPDX-License-Identifier: Apache-2.0
import {
  type AskedInputs,
  type FileMount,
  inputNames,
  type SessionInputs,
} from '@preview-environments/backstage-plugin-preview-common';

/** What was asked for as the API shows it; `null` where nothing was. */
export function toInputs(asked: AskedInputs): SessionInputs | null {
  if (inputNames(asked).length === 0) {
    return null;
  }
  return {
    ports: asked.ports ?? null,
    ignorePorts: asked.ignorePorts ?? null,
    queues: asked.queues ?? [],
    databases: asked.databases ?? [],
    labels: asked.labels ?? null,
    envSelection: asked.envSelection ?? null,
    idle: asked.idle ?? null,
    configMounts: (asked.configMounts ?? []).map(({ path, type, data }) => ({
      path,
      type,
      bytes: sizeOf({ path, type, data }),
    })),
    secretMounts: asked.secretMounts ?? [],
  };
}

function sizeOf({ type, data }: FileMount): number {
  return Buffer.byteLength(data, type === 'binary' ? 'base64' : 'utf8');
}
