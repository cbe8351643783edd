// SPDX-License-Identifier: Apache-2.0
import {
  type PreviewError,
  type TargetRef,
  formatTarget,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import type { ClusterConfig } from '../../config/types';
import type { Candidate } from './candidates';
import type { ParsedStart } from './parseStart';

/** The workload that a start is about. */
export interface ChosenTarget extends Candidate {
  /** The entity's annotations name it. */
  ofCatalog: boolean;
}

type Wish = Pick<ParsedStart, 'cluster' | 'namespace' | 'target'>;

/**
 * Picks the one workload that request and entity agree on. What they do not
 * agree on is picked too, marked, for policy to refuse with its reason.
 *
 * @throws PreviewError `TargetAmbiguous` with all that are left
 */
export function chooseCandidate(
  wish: Wish,
  candidates: Candidate[],
  clusters: ClusterConfig[],
): ChosenTarget {
  const agreed = candidates.filter(
    each =>
      (!wish.cluster || wish.cluster === each.cluster) &&
      (!wish.namespace || wish.namespace === each.namespace) &&
      (!wish.target || mayBe(wish.target, each.target)),
  );
  const open = agreed.filter(each => isOpen(each, clusters));
  const left = distinct(open.length > 0 ? open : agreed);
  if (left.length > 1) {
    throw ambiguous(left);
  }
  if (left.length === 1) {
    return {
      ...left[0],
      target: wish.target ?? left[0].target,
      ofCatalog: true,
    };
  }
  const [first] = candidates;
  const cluster = wish.cluster ?? first?.cluster ?? '';
  const target = wish.target ?? first?.target;
  if (!target) {
    throw previewError('ClusterNotAllowed', { field: 'cluster' });
  }
  return {
    cluster,
    namespace: wish.namespace ?? first?.namespace ?? '',
    target,
    ofCatalog: false,
  };
}

/** Whether a wished target can turn out to be the one of the catalog. */
function mayBe(wished: TargetRef, named: TargetRef): boolean {
  // Pods and replica sets are compared once their controller is known.
  if (wished.kind === 'pod' || wished.kind === 'replicaset') {
    return true;
  }
  return (
    wished.kind === named.kind &&
    wished.name === named.name &&
    (!named.container || named.container === wished.container)
  );
}

function isOpen(candidate: Candidate, clusters: ClusterConfig[]): boolean {
  return clusters.some(
    cluster =>
      cluster.name === candidate.cluster &&
      cluster.namespaces.includes(candidate.namespace),
  );
}

function distinct(candidates: Candidate[]): Candidate[] {
  const byText = new Map(candidates.map(each => [describe(each), each]));
  return [...byText.values()];
}

/** More of them nobody reads. */
const MOST_LISTED = 20;

/** Names what has to be said to tell them apart. */
function ambiguous(left: Candidate[]): PreviewError {
  const differ = (of: (each: Candidate) => string) =>
    new Set(left.map(of)).size > 1;
  const differs: [string, boolean][] = [
    ['target', differ(({ target }) => formatTarget(target))],
    ['namespace', differ(({ namespace }) => namespace)],
    ['cluster', true],
  ];
  const [field] = differs.find(([, yes]) => yes)!;
  const listed = left.slice(0, MOST_LISTED).map(describe).join('; ');
  const more = left.length - MOST_LISTED;
  return previewError('TargetAmbiguous', {
    message: `The entity has more than one workload: ${listed}${
      more > 0 ? `; and ${more} more` : ''
    }.`,
    field,
    hint: `Name one of the ${field}s that the message lists.`,
  });
}

function describe({ cluster, namespace, target }: Candidate): string {
  return `${formatTarget(target)} in ${namespace} on ${cluster}`;
}
