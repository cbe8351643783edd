// SPDX-License-Identifier: Apache-2.0
import type { KubeObject } from '../model';
import { ourLabels } from '../objects/marks';
import { JOBS, SERVICES } from '../cluster/resources';
import { KindStore } from './KindStore';
import { WATCHED } from './kinds';

const kind = (resource: unknown) =>
  WATCHED.find(each => each.resource === resource)!;
const job = (version: string, uid = 'u', sessionId = 's'): KubeObject => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: {
    name: 'pv',
    uid,
    resourceVersion: version,
    labels: ourLabels({ sessionId, key: 'k' }),
  },
  spec: { template: { spec: { containers: [] } } },
});
const service = (spec: object, name = 'a'): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, uid: name, resourceVersion: '1' },
  spec,
});

describe('KindStore', () => {
  it('tells whom a change concerns', () => {
    const store = new KindStore(kind(SERVICES));
    expect(store.put(service({ a: 1 }))).toBe('team');
    expect(store.put(service({ a: 1 }))).toBeNull();
    expect(store.put(service({ a: 2 }))).toBe('team');
    expect(store.drop(service({}))).toBe('team');
    expect(store.drop(service({}))).toBeNull();
    expect(new KindStore(kind(JOBS)).put(job('1'))).toEqual({ sessionId: 's' });
  });

  it('is not set back by older news', () => {
    const store = new KindStore(kind(JOBS));
    store.put(job('10'));
    expect(store.put(job('9'))).toBeNull();
    expect(store.ofSession('s')[0].resourceVersion).toBe('10');
    store.put(job('3', 'another'));
    expect(store.ofSession('s')[0].uid).toBe('another');
  });

  it('does not lose a successor to the end of its predecessor', () => {
    const store = new KindStore(kind(JOBS));
    store.put(job('10', 'second'));
    expect(store.drop(job('11', 'first'))).toBeNull();
    expect(store.ofSession('s')).toHaveLength(1);
  });

  it('after a list holds what the list had, and what was written since', () => {
    const store = new KindStore(kind(JOBS));
    store.put(job('4', 'gone', 'a'));
    store.put(job('9', 'new', 'b'));
    expect(store.replace([job('5', 'kept', 'c')], '7')).toEqual([
      { sessionId: 'c' },
      { sessionId: 'a' },
    ]);
    expect(
      store
        .all()
        .map(({ uid }) => uid)
        .sort(),
    ).toEqual(['kept', 'new']);
    expect(store.synced).toBe(true);
  });

  it('remembers that we have deleted something', () => {
    const store = new KindStore(kind(JOBS));
    store.put(job('1'));
    store.markDeleting(store.ofSession('s')[0]);
    expect(store.ofSession('s')[0].deleting).toBe(true);
  });
});
