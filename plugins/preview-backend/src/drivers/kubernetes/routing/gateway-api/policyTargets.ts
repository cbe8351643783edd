// SPDX-License-Identifier: Apache-2.0
import { requiredKeys, selects } from '../../clone/selectors';
import type { KubeObject, LabelSelector } from '../../model';

interface TargetRef {
  kind?: string;
  name?: string;
  matchLabels?: Record<string, string>;
}

/** The ways in which policies name what they attach to. */
export interface Policy extends KubeObject {
  spec?: {
    targetRef?: TargetRef;
    targetRefs?: TargetRef[];
    targetSelectors?: ({ kind?: string } & LabelSelector)[];
    /** Istio: pods by label; absent = all, also those of previews. */
    selector?: LabelSelector;
    host?: string;
  };
}

/** Whether a policy guards an object of the same namespace. */
export function attachesTo(
  policy: Policy,
  { kind, object }: { kind: string; object: KubeObject },
): boolean {
  const { spec = {} } = policy;
  const refs = [
    ...(spec.targetRef ? [spec.targetRef] : []),
    ...(spec.targetRefs ?? []),
  ];
  const { name, labels = {}, namespace, annotations = {} } = object.metadata;
  return (
    refs.some(ref => ref.kind === kind && ref.name === name) ||
    (spec.targetSelectors ?? []).some(
      selector => selector.kind === kind && selects(selector, labels),
    ) ||
    (kind === 'Pod' &&
      requiredKeys(spec.selector ?? {}).length > 0 &&
      selects(spec.selector!, labels)) ||
    (kind === 'Service' &&
      spec.host !== undefined &&
      [name, `${name}.${namespace}`, `${name}.${namespace}.svc`].some(
        host =>
          spec.host === host ||
          spec.host?.startsWith(`${name}.${namespace}.svc.`),
      )) ||
    usedByAnnotation(policy, annotations)
  );
}

/** Kong names its plugins in an annotation of the route or Service. */
function usedByAnnotation(
  policy: Policy,
  annotations: Record<string, string>,
): boolean {
  return (annotations['konghq.com/plugins'] ?? '')
    .split(',')
    .some(each => each.trim() === policy.metadata.name);
}
