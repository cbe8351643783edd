// SPDX-License-Identifier: Apache-2.0
import { aWorkload } from '../testUtils/objects';
import { cloneVolumes } from './volumes';

describe('cloneVolumes', () => {
  it.each([
    ['configMap', { name: 'settings' }],
    ['secret', { secretName: 'token' }],
    ['projected', { sources: [] }],
    ['downwardAPI', { items: [] }],
    ['emptyDir', {}],
    ['ephemeral', {}],
    ['csi', { driver: 'secrets-store.csi.k8s.io' }],
  ])('keeps %s', (source, value) => {
    const volume = { name: 'v', [source]: value };
    expect(cloneVolumes(aWorkload({ volumes: [volume] }))).toEqual({
      volumes: [volume],
      differences: [],
      refusals: [],
    });
  });

  it.each(['persistentVolumeClaim', 'nfs', 'iscsi', 'cephfs', 'azureFile'])(
    'puts an empty volume in place of %s',
    source => {
      const { volumes, differences } = cloneVolumes(
        aWorkload({ volumes: [{ name: 'data', [source]: {} }] }),
      );
      expect(volumes).toEqual([{ name: 'data', emptyDir: {} }]);
      expect(differences).toEqual([
        expect.objectContaining({ what: 'volume data', action: 'replaced' }),
      ]);
    },
  );

  it('refuses a folder of the node', () => {
    const { refusals } = cloneVolumes(
      aWorkload({ volumes: [{ name: 'host', hostPath: { path: '/' } }] }),
    );
    expect(refusals).toEqual([expect.stringContaining('hostPath')]);
  });

  it('makes an empty volume for each claim template', () => {
    const { volumes, differences } = cloneVolumes(
      aWorkload({}, { volumeClaimTemplates: [{ metadata: { name: 'data' } }] }),
    );
    expect(volumes).toEqual([{ name: 'data', emptyDir: {} }]);
    expect(differences).toHaveLength(1);
  });
});
