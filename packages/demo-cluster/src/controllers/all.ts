// SPDX-License-Identifier: Apache-2.0
import { Pace } from '../kubelet/Pace';
import { Registry } from '../registry/Registry';
import { Scheduler } from '../scheduler/Scheduler';
import { Controller } from './Controller';
import { CustomResources } from './customResources';
import { DaemonSetController } from './daemonSet';
import { DeploymentController } from './deployment';
import { DisruptionBudgetController } from './disruptionBudget';
import { EndpointsController } from './endpoints';
import { EventExpiry } from './eventExpiry';
import { GarbageCollector } from './garbageCollector';
import { JobController } from './job';
import { NamespaceController } from './namespace';
import { ReplicaSetController } from './replicaSet';
import { ResourceQuotaController } from './resourceQuota';
import { StatefulSetController } from './statefulSet';

/** Everything that acts on its own. */
export function controllersOf(registry: Registry, pace: Pace): Controller[] {
  return [
    new NamespaceController(registry),
    new DeploymentController(registry),
    new ReplicaSetController(registry),
    new StatefulSetController(registry),
    new DaemonSetController(registry),
    new JobController(registry),
    new GarbageCollector(registry),
    new EndpointsController(registry),
    new DisruptionBudgetController(registry),
    new ResourceQuotaController(registry),
    new CustomResources(registry),
    new EventExpiry(registry),
    new Scheduler(registry, pace),
  ];
}
