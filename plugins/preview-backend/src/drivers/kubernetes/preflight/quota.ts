// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@preview-environments/backstage-plugin-preview-common';
import type { SessionIntent } from '@preview-environments/backstage-plugin-preview-node';
import type { Cluster } from '../cluster/Cluster';
import { RESOURCE_QUOTAS } from '../cluster/resources';
import type { KubeObject, PodTemplate } from '../model';
import { quotaSentence } from '../observe/plainWords';
import { failed, notChecked, passed } from './check';
import { podUsage, type QuotaStatus, shortagesOf } from './quotaMath';

interface ResourceQuota extends KubeObject {
  spec?: { scopes?: string[]; scopeSelector?: unknown };
  status?: QuotaStatus;
}

/**
 * Whether the namespace has room for the pods now, and for twice as many
 * during an update. Quotas that are limited to some pods are left to the
 * dry run.
 */
export async function checkQuota(
  cluster: Cluster,
  intent: SessionIntent,
  template: PodTemplate,
): Promise<{ checks: Check[]; update: 'surge' | 'recreate' | null }> {
  try {
    const quotas = (
      (await cluster.reader.team(
        RESOURCE_QUOTAS,
        intent.namespace,
      )) as ResourceQuota[]
    ).filter(({ spec }) => !spec?.scopes && !spec?.scopeSelector);
    const pod = podUsage(template.spec);
    const lacking = (pods: number) =>
      quotas
        .map(({ metadata, status }) => ({
          quota: metadata.name,
          shortages: shortagesOf(status ?? {}, pod, pods),
        }))
        .find(({ shortages }) => shortages.length > 0);
    const tight = lacking(intent.replicas);
    return {
      checks: [
        tight
          ? failed(
              'quota',
              'QuotaExceeded',
              quotaSentence(tight.quota, tight.shortages),
            )
          : passed('quota', 'The namespace has room.'),
      ],
      update: lacking(intent.replicas * 2) ? 'recreate' : 'surge',
    };
  } catch {
    return {
      checks: [notChecked('quota', 'Resource quotas cannot be read.')],
      update: null,
    };
  }
}
