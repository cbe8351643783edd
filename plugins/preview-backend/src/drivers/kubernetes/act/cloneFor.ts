// SPDX-License-Identifier: Apache-2.0
import { previewError } from '@preview-environments/backstage-plugin-preview-common';
import type {
  RevisionIntent,
  SessionIntent,
} from '@preview-environments/backstage-plugin-preview-node';
import type { Builders } from '../builders';
import { readDeclared } from '../clone/declared';
import type { Clone } from '../clone/podTemplate';
import type { PodSelector } from '../clone/selectors';
import type { Workload } from '../model';
import { ourLabels } from '../objects/marks';

/** The container of a target whose image is replaced: the named one, else the first. */
export function mainContainer(workload: Workload, named?: string): string {
  const names = workload.spec.template.spec.containers.map(({ name }) => name);
  if (named !== undefined && !names.includes(named)) {
    throw previewError('TargetNotFound', {
      message: `The workload has no container "${named}"; it has ${names.join(
        ', ',
      )}.`,
      field: 'target',
    });
  }
  return named ?? names[0];
}

/**
 * @throws PreviewError `TargetNotFound` for a container that is not there,
 * `TargetUnsupported` for annotations that cannot be read
 */
export function cloneFor(
  intent: SessionIntent,
  revision: RevisionIntent,
  workload: Workload,
  selectors: PodSelector[],
  clonePod: Builders['clonePod'],
): Clone {
  return clonePod({
    workload,
    declared: readDeclared(workload),
    container: mainContainer(workload, intent.target.container),
    image: revision.image,
    key: intent.key,
    env: intent.env,
    selectors,
    labels: ourLabels(intent, revision.number),
  });
}
