// SPDX-License-Identifier: Apache-2.0
import { createConditionExports } from '@backstage/plugin-permission-node';
import { previewSessionResourceRef } from '../resource';
import { hasEntity } from './hasEntity';
import { inCluster } from './inCluster';
import { isCreator } from './isCreator';
import { isEntityOwner } from './isEntityOwner';

/** Every rule about previews. */
export const previewSessionRules = {
  isCreator,
  isEntityOwner,
  hasEntity,
  inCluster,
};

const exported = createConditionExports({
  resourceRef: previewSessionResourceRef,
  rules: previewSessionRules,
});

/**
 * Conditions for permission policies.
 *
 * @public
 */
export const previewSessionConditions = exported.conditions;

/**
 * Wraps conditions into the answer of a permission policy.
 *
 * @public
 */
export const createPreviewSessionConditionalDecision =
  exported.createConditionalDecision;
