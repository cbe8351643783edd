// SPDX-License-Identifier: Apache-2.0
import type { NotCovered } from '@preview-environments/backstage-plugin-preview-common';
import type { Declared } from '../clone/declared';
import type { Workload } from '../model';

/**
 * What reaches or concerns a preview without its key: what the workload
 * declares, and what its pod shows. Nothing declared is said as such.
 */
export function notCoveredBy(
  workload: Workload,
  declared: Declared,
): { notCovered: NotCovered[]; notCoveredDeclared: boolean } {
  const { spec } = workload.spec.template;
  const init = (spec.initContainers ?? []).filter(
    ({ name, restartPolicy }) =>
      restartPolicy !== 'Always' && !declared.skipInit.includes(name),
  );
  const shown: NotCovered[] = [
    ...(workload.kind === 'StatefulSet'
      ? [
          {
            what: 'membership in the cluster of the stable pods',
            why: 'a StatefulSet often joins its siblings by name; the preview starts with empty volumes',
          },
        ]
      : []),
    ...init.map(({ name }) => ({
      what: `init container ${name}`,
      why: 'it runs for the preview as well, for example a migration of a shared database',
    })),
  ];
  return {
    notCovered: [
      ...(declared.notCovered ?? []).map(what => ({
        what,
        why: 'declared by the service',
      })),
      ...shown,
    ],
    notCoveredDeclared: declared.notCovered !== null,
  };
}
