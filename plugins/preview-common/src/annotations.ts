// SPDX-License-Identifier: Apache-2.0

/** Prefix of everything that we read or write on foreign systems. @public */
export const ANNOTATION_PREFIX = 'preview-environments.io';

/** On catalog entities: which workload belongs to the entity. @public */
export const ENTITY_TARGET = `${ANNOTATION_PREFIX}/target`;
/** On catalog entities. @public */
export const ENTITY_NAMESPACE = `${ANNOTATION_PREFIX}/namespace`;
/** On catalog entities. @public */
export const ENTITY_CLUSTER = `${ANNOTATION_PREFIX}/cluster`;

/** On workloads or namespaces: the entity ref that they belong to. @public */
export const WORKLOAD_ENTITY = `${ANNOTATION_PREFIX}/entity`;

/** On workloads: JSON object of variables that only previews get. @public */
export const WORKLOAD_ENV = `${ANNOTATION_PREFIX}/env`;

/** On workloads: comma-separated init containers previews skip. @public */
export const WORKLOAD_SKIP_INIT = `${ANNOTATION_PREFIX}/skip-init-containers`;

/**
 * On workloads: JSON array of texts, each something that the key does not
 * govern, for example `consumes the Kafka group checkout`. An empty array
 * declares that there is nothing.
 *
 * @public
 */
export const WORKLOAD_NOT_COVERED = `${ANNOTATION_PREFIX}/not-covered`;
