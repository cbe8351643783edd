// SPDX-License-Identifier: Apache-2.0
import { plainWords } from './plainWords';

describe('plainWords', () => {
  it.each<[string, string | null]>([
    [
      'pods "a" is forbidden: exceeded quota: pods, requested: pods=1, used: pods=2, limited: pods=2',
      'The namespace has no quota left: the ResourceQuota "pods" limits pods to 2 (2 in use, 1 more asked for).',
    ],
    [
      'pods "a" is forbidden: exceeded quota: compute, requested: limits.memory=1Gi,requests.cpu=500m, used: limits.memory=3Gi,requests.cpu=1800m, limited: limits.memory=3584Mi,requests.cpu=2',
      'The namespace has no quota left: the ResourceQuota "compute" limits limits.memory to 3584Mi (3Gi in use, 1Gi more asked for) and requests.cpu to 2 (1800m in use, 500m more asked for).',
    ],
    [
      'pods "a" is forbidden: failed quota: compute: must specify limits.cpu,limits.memory',
      'The ResourceQuota "compute" of the namespace wants every container to state limits.cpu and limits.memory, and one of the service does not.',
    ],
    [
      'pods "a" is forbidden: failed quota: compute: must specify limits.cpu for: main; limits.memory for: main',
      'The ResourceQuota "compute" of the namespace wants every container to state limits.cpu, and one of the service does not.',
    ],
    [
      'httproutes.gateway.networking.k8s.io "pv-a" is forbidden: User "system:serviceaccount:portal:preview" cannot patch resource "httproutes" in API group "gateway.networking.k8s.io" in the namespace "shop"',
      'The portal may not do this in the namespace shop: it has not been granted the right to patch httproutes.gateway.networking.k8s.io.',
    ],
    [
      'pods "a" is forbidden: User "u" cannot get resource "pods/log" in API group "" in the namespace "shop"',
      'The portal may not do this in the namespace shop: it has not been granted the right to get pods/log.',
    ],
    [
      'nodes is forbidden: User "u" cannot list resource "nodes" in API group "" at the cluster scope',
      'The portal may not do this in the cluster: it has not been granted the right to list nodes.',
    ],
    ['jobs.batch is forbidden: ', null],
    ['exceeded quota', null],
    ['admission webhook "v.example.com" denied the request: no', null],
  ])('%s', (text, sentence) => {
    expect(plainWords(text)).toBe(sentence);
  });
});
