// SPDX-License-Identifier: Apache-2.0

/** A resource that can only be posted: it answers a question and is not stored. */
export interface VirtualResource {
  group: string;
  version: string;
  plural: string;
  kind: string;
}

const authorization = (kind: string): VirtualResource => ({
  group: 'authorization.k8s.io',
  version: 'v1',
  plural: `${kind.toLowerCase()}s`,
  kind,
});

const authentication = (kind: string): VirtualResource => ({
  group: 'authentication.k8s.io',
  version: 'v1',
  plural: `${kind.toLowerCase()}s`,
  kind,
});

export const VIRTUAL_RESOURCES: VirtualResource[] = [
  authorization('SelfSubjectAccessReview'),
  authorization('SelfSubjectRulesReview'),
  authorization('SubjectAccessReview'),
  authorization('LocalSubjectAccessReview'),
  authentication('SelfSubjectReview'),
  authentication('TokenReview'),
];
