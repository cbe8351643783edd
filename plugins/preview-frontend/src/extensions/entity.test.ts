// SPDX-License-Identifier: Apache-2.0
import type { Entity } from '@backstage/catalog-model';
import { evaluateFilterPredicate } from '@backstage/filter-predicates';
import { isPreviewAvailable } from '../isPreviewAvailable';
import { hasWorkload } from './entity';

describe('the predicate of tab and card', () => {
  it.each([
    [{ 'preview-environments.io/target': 'deployment/x' }, true],
    [{ 'backstage.io/kubernetes-id': 'x' }, true],
    [{ 'backstage.io/kubernetes-namespace': 'x' }, false],
    [undefined, false],
  ])('agrees with isPreviewAvailable on %p', (annotations, available) => {
    const entity: Entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'x', annotations },
    };
    expect(isPreviewAvailable(entity)).toBe(available);
    expect(evaluateFilterPredicate(hasWorkload, entity)).toBe(available);
  });
});
