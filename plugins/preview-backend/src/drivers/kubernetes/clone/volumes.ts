// SPDX-License-Identifier: Apache-2.0
import type { Difference } from '@preview-environments/backstage-plugin-preview-common';
import type { Volume, Workload } from '../model';

/** Sources that hold nothing which another pod could write or lose. */
const HARMLESS = new Set([
  'configMap',
  'secret',
  'projected',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'csi',
  'image',
]);

export interface ClonedVolumes {
  volumes: Volume[];
  differences: Difference[];
  /** Sentences about volumes that no preview may have. */
  refusals: string[];
}

/**
 * A preview never touches stored data of production: claims and remote
 * volumes become empty ones, also those that a StatefulSet would claim for
 * each pod. Paths of the node are refused.
 */
export function cloneVolumes(workload: Workload): ClonedVolumes {
  const { template, volumeClaimTemplates = [] } = workload.spec;
  const differences: Difference[] = [];
  const refusals: string[] = [];
  const empty = (name: string, why: string): Volume => {
    differences.push({ what: `volume ${name}`, action: 'replaced', why });
    return { name, emptyDir: {} };
  };
  const volumes = (template.spec.volumes ?? []).map(volume => {
    const source = Object.keys(volume).find(field => field !== 'name');
    if (source === 'hostPath') {
      refusals.push(
        `Volume "${volume.name}" is a folder of the node (hostPath), which a preview could damage.`,
      );
      return volume;
    }
    if (source === undefined || HARMLESS.has(source)) {
      return volume;
    }
    return empty(
      volume.name,
      source === 'persistentVolumeClaim'
        ? 'the claim holds data of the stable version; the preview starts with an empty volume'
        : `${source} holds data of the stable version; the preview starts with an empty volume`,
    );
  });
  const claimed = volumeClaimTemplates
    .map(({ metadata }) => metadata.name)
    .filter(name => !volumes.some(volume => volume.name === name))
    .map(name =>
      empty(
        name,
        'each pod of the stable version has its own claim; the preview starts with an empty volume',
      ),
    );
  return { volumes: [...volumes, ...claimed], differences, refusals };
}
