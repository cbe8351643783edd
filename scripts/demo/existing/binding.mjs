// SPDX-License-Identifier: Apache-2.0
const ANNOTATION = 'preview-environments.io/entity';

/** Workloads that name their catalog entity, themselves or by their namespace. */
export async function findBound(api) {
  const namespaces = await api.list('v1', 'Namespace');
  const byNamespace = new Map(
    (namespaces ?? []).map(({ metadata }) => [
      metadata.name,
      metadata.annotations?.[ANNOTATION],
    ]),
  );
  const found = [];
  for (const kind of ['Deployment', 'StatefulSet']) {
    for (const { metadata } of (await api.list('apps/v1', kind)) ?? []) {
      const entityRef =
        metadata.annotations?.[ANNOTATION] ??
        byNamespace.get(metadata.namespace);
      if (entityRef) {
        found.push({
          entityRef,
          namespace: metadata.namespace,
          target: `${kind.toLowerCase()}/${metadata.name}`,
        });
      }
    }
  }
  return found;
}

/** One line on the binding, and how to bind where nothing is bound. */
export function bindingLine(bound) {
  if (bound.length > 0) {
    const pairs = bound.map(
      ({ namespace, target, entityRef }) =>
        `${target} in ${namespace} is ${entityRef}`,
    );
    return { ok: true, says: `binding: ${pairs.join('; ')}` };
  }
  return {
    ok: false,
    stops: true,
    says: `binding: no Deployment or StatefulSet carries ${ANNOTATION}, so nobody may preview it`,
    needs: `kubectl apply --server-side -f - <<'EOF'
apiVersion: apps/v1
kind: Deployment
metadata:
  name: YOUR-DEPLOYMENT
  namespace: ITS-NAMESPACE
  annotations:
    ${ANNOTATION}: component:default/YOUR-DEPLOYMENT
EOF`,
  };
}
