// SPDX-License-Identifier: Apache-2.0
import type {
  Access,
  Check,
  Difference,
  NotCovered,
  TargetRef,
} from '@preview-environments/backstage-plugin-preview-common';

/** @public */
export interface PreflightTarget {
  cluster: string;
  namespace: string;
  target: TargetRef;
}

/** What policy needs to know of a workload. @public */
export interface TargetFacts {
  /** The workload after resolving pods and replica sets to their owner. */
  target: TargetRef;
  /** Main container: the named one, else the first. */
  container: string;
  containers: string[];
  /** Present image of the main container. */
  image: string;
  /**
   * Entity refs in the annotation `preview-environments.io/entity` of the
   * workload and of its namespace; `undefined` = not readable.
   */
  boundEntities: string[] | undefined;
  /** `NAME/KEY` of the secrets that the workload's own template reads. */
  secretKeys: string[];
}

/** @public */
export interface DriverPreflight {
  checks: Check[];
  differences: Difference[];
  notCovered: NotCovered[];
  notCoveredDeclared: boolean;
  access: Access;
  update: 'surge' | 'recreate' | null;
}
