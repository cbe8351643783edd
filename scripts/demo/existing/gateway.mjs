// SPDX-License-Identifier: Apache-2.0
const GROUP = 'gateway.networking.k8s.io/v1';

/** Routes of the bound namespaces, and the address of a Gateway that carries them. */
export async function findGateway(api, namespaces) {
  const served = await api.list(GROUP, 'HTTPRoute', 'default');
  if (served === null) {
    return { served: false, routes: [], url: null };
  }
  const lists = await Promise.all(
    namespaces.map(namespace => api.list(GROUP, 'HTTPRoute', namespace)),
  );
  const routes = lists.flat();
  const parents = new Set(
    routes.flatMap(({ metadata, spec }) =>
      (spec.parentRefs ?? []).map(
        ref => `${ref.namespace ?? metadata.namespace}/${ref.name}`,
      ),
    ),
  );
  const gateways = ((await api.list(GROUP, 'Gateway')) ?? []).filter(
    ({ metadata }) => parents.has(`${metadata.namespace}/${metadata.name}`),
  );
  return {
    served: true,
    routes,
    url: gateways.map(addressOf).find(Boolean) ?? null,
  };
}

function addressOf({ spec, status }) {
  const address = status?.addresses?.[0]?.value;
  const listener = (spec.listeners ?? []).find(
    ({ protocol }) => protocol === 'HTTP' || protocol === 'HTTPS',
  );
  if (!address || !listener) {
    return null;
  }
  const host = address.includes(':') ? `[${address}]` : address;
  return `${listener.protocol.toLowerCase()}://${host}:${listener.port}`;
}

/** One line on the Gateway; previews also run without, reached by port-forward. */
export function gatewayLine({ served, routes, url }, namespaces) {
  if (!served) {
    return {
      ok: false,
      says: 'gateway: the Gateway API is not installed; previews run, and are reached by port-forward',
      needs:
        'kubectl apply -f https://github.com/kubernetes-sigs/gateway-api/releases/latest/download/standard-install.yaml',
    };
  }
  if (routes.length === 0) {
    return {
      ok: false,
      says: `gateway: no HTTPRoute in ${
        namespaces.join(', ') || 'any bound namespace'
      }; previews run, and are reached by port-forward`,
      needs: `kubectl apply -f - <<'EOF'
apiVersion: ${GROUP}
kind: HTTPRoute
metadata:
  name: YOUR-SERVICE
  namespace: ${namespaces[0] ?? 'ITS-NAMESPACE'}
spec:
  parentRefs:
    - name: YOUR-GATEWAY
  rules:
    - backendRefs:
        - name: YOUR-SERVICE
          port: 80
EOF`,
    };
  }
  const names = routes.map(({ metadata }) => metadata.name).join(', ');
  return {
    ok: true,
    says: url
      ? `gateway: HTTPRoute ${names}, answered at ${url}`
      : `gateway: HTTPRoute ${names}; its Gateway tells no address, so routing is not checked from here`,
  };
}
