// SPDX-License-Identifier: Apache-2.0
import { ourLabels } from '../objects/marks';
import { aContainer, aWorkload } from '../testUtils/objects';
import type { Workload } from '../model';
import { readDeclared } from './declared';
import { clonePod } from './podTemplate';

const LABELS = ourLabels({ sessionId: 'id', key: 'pr-1' }, 1);

function clone(workload: Workload) {
  return clonePod({
    workload,
    declared: readDeclared(workload),
    container: 'main',
    image: 'shop/checkout:feature-x',
    key: 'pr-1',
    env: [],
    selectors: [],
    labels: LABELS,
  });
}

describe('clonePod', () => {
  it('replaces the image of the named container only, keeping all it does not know', () => {
    const probe = { httpGet: { path: '/healthz', port: 'http' } };
    const { template } = clone(
      aWorkload({
        serviceAccountName: 'checkout',
        someFieldOfTomorrow: { kept: true },
        containers: [
          aContainer({ readinessProbe: probe }),
          aContainer({ name: 'proxy', image: 'proxy:1', ports: [] }),
        ],
      }),
    );
    expect(template.spec).toMatchObject({
      serviceAccountName: 'checkout',
      someFieldOfTomorrow: { kept: true },
      containers: [
        { image: 'shop/checkout:feature-x', readinessProbe: probe },
        { name: 'proxy', image: 'proxy:1' },
      ],
    });
    expect(template.metadata?.labels).toEqual({ tier: 'web', ...LABELS });
  });

  it('gives every container the key, and only the main one the declared variables', () => {
    const { template } = clone(
      aWorkload(
        { containers: [aContainer(), aContainer({ name: 'proxy' })] },
        { annotations: { 'preview-environments.io/env': '{"Q":"off"}' } },
      ),
    );
    const names = template.spec.containers.map(({ env }) =>
      env!.map(({ name }) => name),
    );
    expect(names[0]).toContain('Q');
    expect(names[1]).not.toContain('Q');
    expect(names.every(each => each.includes('PREVIEW_KEY'))).toBe(true);
  });

  it('skips declared init containers and keeps sidecars', () => {
    const { template, differences } = clone(
      aWorkload(
        {
          initContainers: [
            { name: 'migrate' },
            { name: 'mesh', restartPolicy: 'Always' },
          ],
        },
        {
          annotations: {
            'preview-environments.io/skip-init-containers': 'migrate',
          },
        },
      ),
    );
    expect(template.spec.initContainers).toEqual([
      { name: 'mesh', restartPolicy: 'Always' },
    ]);
    expect(differences).toContainEqual(
      expect.objectContaining({ what: 'init container migrate' }),
    );
  });

  it('takes no port of the node', () => {
    const { template } = clone(
      aWorkload({
        containers: [
          aContainer({
            ports: [{ containerPort: 80, hostPort: 80, hostIP: '0.0.0.0' }],
          }),
        ],
      }),
    );
    expect(template.spec.containers[0].ports).toEqual([{ containerPort: 80 }]);
  });

  it('strips what monitoring and tools go by, and keeps the rest', () => {
    const { template } = clone(
      aWorkload(
        {},
        {
          podAnnotations: {
            'prometheus.io/scrape': 'true',
            'kubectl.kubernetes.io/restartedAt': '2026-11-20',
            'argocd.argoproj.io/tracking-id': 'x',
            'sidecar.istio.io/inject': 'true',
          },
        },
      ),
    );
    expect(template.metadata?.annotations).toEqual({
      'sidecar.istio.io/inject': 'true',
      'kubectl.kubernetes.io/default-container': 'main',
    });
  });

  it.each([
    [{ hostNetwork: true }, 'hostNetwork'],
    [{ hostPID: true }, 'hostPID'],
    [{ hostIPC: true }, 'hostIPC'],
    [
      { containers: [aContainer({ securityContext: { privileged: true } })] },
      'privileged',
    ],
    [
      { containers: [aContainer({ volumeDevices: [{ name: 'd' }] })] },
      'block device',
    ],
    [{ volumes: [{ name: 'h', hostPath: { path: '/' } }] }, 'hostPath'],
    [{ resourceClaims: [{ name: 'gpu' }] }, 'devices'],
  ])('refuses %j', (spec, word) => {
    expect(clone(aWorkload(spec)).refusals).toEqual([
      expect.stringContaining(word),
    ]);
  });
});
