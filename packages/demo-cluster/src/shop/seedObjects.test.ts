// SPDX-License-Identifier: Apache-2.0
import { portalRules, restrictedPortalRules } from './portalRules';
import { seedObjects } from './seedObjects';

const manifests = seedObjects({ gatewayPort: 8088 });
const find = (kind: string, name: string) =>
  manifests.find(
    manifest => manifest.kind === kind && manifest.metadata.name === name,
  ) as any;

it('names every object once', () => {
  const names = manifests.map(({ kind, metadata }) =>
    [kind, metadata.namespace, metadata.name].join('/'),
  );
  expect(new Set(names).size).toBe(names.length);
});

it('puts every namespace before what lives in it', () => {
  const position = new Map(
    manifests.map(({ kind, metadata }, i) => [`${kind} ${metadata.name}`, i]),
  );
  const early = manifests.filter(
    ({ metadata }, i) =>
      metadata.namespace &&
      !(position.get(`Namespace ${metadata.namespace}`)! < i),
  );
  expect(early).toEqual([]);
});

it.each(['checkout', 'storefront', 'inventory', 'payments'])(
  'binds %s to its entity and routes to its named port',
  name => {
    const { metadata, spec } = find('Deployment', name);
    expect(metadata.annotations['preview-environments.io/entity']).toBe(
      `component:default/${name}`,
    );
    expect(spec.template.metadata.labels).toMatchObject(
      spec.selector.matchLabels,
    );
    const service = find('Service', name);
    expect(service.spec.selector).toEqual(spec.selector.matchLabels);
    const containerPorts = spec.template.spec.containers.flatMap(
      (container: any) => container.ports,
    );
    for (const { targetPort } of service.spec.ports) {
      expect(containerPorts).toContainEqual(
        expect.objectContaining({ name: targetPort }),
      );
    }
    const [rule] = find('HTTPRoute', name).spec.rules;
    expect(rule.matches[0].path.value).toBe(`/${name}`);
    expect(rule.backendRefs).toEqual([{ name, port: 80 }]);
  },
);

it('mounts only volumes that exist', () => {
  const { containers, volumes } = find('Deployment', 'checkout').spec.template
    .spec;
  const names = volumes.map(({ name }: { name: string }) => name);
  for (const { name } of containers.flatMap((c: any) => c.volumeMounts)) {
    expect(names).toContain(name);
  }
});

it('leaves room for one more pod of inventory', () => {
  const { replicas } = find('Deployment', 'inventory').spec;
  expect(find('ResourceQuota', 'pods').spec.hard.pods).toBe(`${replicas + 1}`);
});

it('opens the listener on the given port', () => {
  expect(find('Gateway', 'shop').spec.listeners[0].port).toBe(8088);
});

it('keeps exactly one verb from the restricted account', () => {
  const verbs = (rules: ReturnType<typeof portalRules>) =>
    rules.flatMap(({ apiGroups, resources, verbs: each }) =>
      each.map(verb => [apiGroups, resources, verb].join(' ')),
    );
  const kept = new Set(verbs(restrictedPortalRules()));
  expect(verbs(portalRules()).filter(verb => !kept.has(verb))).toEqual([
    'gateway.networking.k8s.io httproutes patch',
  ]);
});
