// SPDX-License-Identifier: Apache-2.0
import { projectPod } from './projectPod';

describe('projectPod', () => {
  it('knows containers by the images that the pod asks for', () => {
    const { containers } = projectPod({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'pv-pr-1', namespace: 'shop' },
      spec: {
        containers: [{ name: 'main', image: 'shop/checkout:typo' }],
        initContainers: [{ name: 'migrate', image: 'shop/migrate:1' }],
      },
      status: {
        initContainerStatuses: [{ name: 'migrate', image: '' }],
        containerStatuses: [
          { name: 'main', image: 'sha256:0123' },
          { name: 'added', image: 'mesh/proxy:1' },
          { name: 'unknown' },
        ],
      },
    } as Parameters<typeof projectPod>[0]);
    expect(containers.map(({ name, image }) => [name, image])).toEqual([
      ['migrate', 'shop/migrate:1'],
      ['main', 'shop/checkout:typo'],
      ['added', 'mesh/proxy:1'],
      ['unknown', null],
    ]);
  });
});
