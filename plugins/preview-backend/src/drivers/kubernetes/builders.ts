// SPDX-License-Identifier: Apache-2.0
import { clonePod } from './clone/podTemplate';
import { buildDeleteOptions } from './objects/deleteOptions';
import { buildPodCheck } from './objects/podCheck';
import { buildReplicaSet } from './objects/replicaSet';
import { buildRoot } from './objects/root';
import { buildService } from './objects/service';
import { buildRoute } from './routing/gateway-api/buildRoute';
import { planCanary } from './routing/gateway-api/canary';
import { renderOverlays } from './routing/gateway-api/overlay';

/** Every pure function that says what is written to, or deleted from, a cluster. */
export const builders = {
  clonePod,
  buildRoot,
  buildReplicaSet,
  buildPodCheck,
  buildService,
  renderOverlays,
  planCanary,
  buildRoute,
  buildDeleteOptions,
};

export type Builders = typeof builders;
