// SPDX-License-Identifier: Apache-2.0
import { Kind } from '../kinds/Kind';
import { KubernetesObject } from '../objects';
import { WriteContext } from '../registry/WriteContext';
import { Store } from '../store/Store';

/** One write on its way into the store. */
export interface AdmissionRequest {
  operation: 'CREATE' | 'UPDATE';
  kind: Kind;
  /** May be changed by {@link Admission.mutate}. */
  object: KubernetesObject;
  before?: KubernetesObject;
  context: WriteContext;
  store: Store;
}

/** A plug-in that changes or refuses writes. Throws `StatusError` to refuse. */
export interface Admission {
  /** Runs before validation. */
  mutate?(request: AdmissionRequest): void;
  /** Runs after validation, on what would be stored. */
  check?(request: AdmissionRequest): void;
}
