// SPDX-License-Identifier: Apache-2.0
import type { Difference } from '@preview-environments/backstage-plugin-preview-common';
import { isForeignMark } from './labels';

/** By which monitoring would take the preview for the service itself. */
const SCRAPE = [
  /^prometheus\.io\//,
  /^k8s\.grafana\.com\//,
  /^ad\.datadoghq\.com\//,
];
/** Traces of tools, without meaning for a new pod. */
const TRACES = [
  /^kubectl\.kubernetes\.io\/(restartedAt|last-applied-configuration)$/,
  /^deployment\.kubernetes\.io\//,
];

export function cloneAnnotations(annotations: Record<string, string>): {
  annotations: Record<string, string>;
  differences: Difference[];
} {
  const differences: Difference[] = [];
  const kept = Object.entries(annotations).filter(([key]) => {
    if (SCRAPE.some(pattern => pattern.test(key))) {
      differences.push({
        what: `annotation ${key}`,
        action: 'dropped',
        why: 'the preview’s metrics would count as the service’s',
      });
      return false;
    }
    return !isForeignMark(key) && !TRACES.some(pattern => pattern.test(key));
  });
  return { annotations: Object.fromEntries(kept), differences };
}
