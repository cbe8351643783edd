// SPDX-License-Identifier: Apache-2.0
import { KubernetesObject } from '../objects';
import { EventHistory } from './EventHistory';
import { parseFieldSelector } from './fieldSelector';
import { matchesSelector, parseLabelSelector } from './labelSelector';
import { Store } from './Store';

const object = (name: string, labels = {}): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: {
    name,
    namespace: 'n',
    uid: name,
    resourceVersion: '',
    creationTimestamp: '2026-01-01T00:00:00Z',
    labels,
  },
});

describe('Store', () => {
  it('counts one version for each change, deletions included', () => {
    const store = new Store({ version: 7, objects: [] });
    const seen: string[] = [];
    store.subscribe(event =>
      seen.push(
        `${event.type} ${event.version} ${event.object.metadata.resourceVersion}`,
      ),
    );
    const stored = store.put('configmaps', object('a'));
    store.put('configmaps', stored);
    store.remove('configmaps', stored);
    expect(seen).toEqual(['ADDED 8 8', 'MODIFIED 9 9', 'DELETED 10 10']);
    expect(store.list('configmaps')).toEqual([]);
  });

  it('hands out what nobody can change', () => {
    const store = new Store({
      version: 0,
      objects: [['configmaps', object('a')]],
    });
    expect(() => {
      store.get('configmaps', 'n', 'a')!.metadata.labels!.x = 'y';
    }).toThrow(TypeError);
  });
});

describe('EventHistory', () => {
  it('knows which versions it has forgotten', () => {
    const history = new EventHistory(4);
    history.startAt(0);
    for (let version = 1; version <= 6; version += 1) {
      history.add({
        type: 'ADDED',
        resource: version % 2 ? 'odd' : 'even',
        version,
        object: object('a'),
      });
    }
    expect(history.since(1, 'odd')).toBeUndefined();
    expect(history.since(2, 'odd')?.map(({ version }) => version)).toEqual([
      3, 5,
    ]);
    expect(history.since(6, 'odd')).toEqual([]);
  });
});

describe('label selectors', () => {
  it.each([
    ['', {}, true],
    ['a=1', { a: '1' }, true],
    ['a==1,b', { a: '1' }, false],
    ['a!=1', {}, true],
    ['a in (1, 2)', { a: '2' }, true],
    ['a notin (1)', {}, true],
    ['!a', { a: '' }, false],
    ['a', { a: '' }, true],
  ])('%s of %j is %s', (text, labels, expected) => {
    expect(parseLabelSelector(text)(labels)).toBe(expected);
  });

  it('names the term that it does not understand', () => {
    expect(() => parseLabelSelector('a=1,b=(')).toThrow(
      'unable to parse requirement: b=(',
    );
  });

  it('matches nothing where there is no selector, everything where it is empty', () => {
    expect([matchesSelector(undefined, {}), matchesSelector({}, {})]).toEqual([
      false,
      true,
    ]);
  });
});

describe('field selectors', () => {
  it('compare names and, of events, what they are about', () => {
    const event = {
      ...object('e'),
      involvedObject: { name: 'p', kind: 'Pod' },
    };
    expect(
      parseFieldSelector(
        'involvedObject.name=p,metadata.name!=x',
        'events',
      )(event),
    ).toBe(true);
    expect(parseFieldSelector('involvedObject.kind=Job', 'events')(event)).toBe(
      false,
    );
  });

  it('refuse what no index holds', () => {
    expect(() => parseFieldSelector('spec.replicas=1', 'pods')).toThrow(
      'field label not supported: spec.replicas',
    );
  });
});
