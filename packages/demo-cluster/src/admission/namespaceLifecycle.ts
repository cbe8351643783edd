// SPDX-License-Identifier: Apache-2.0
import { forbidden, notFound, StatusError } from '../registry/StatusError';
import { Admission } from './Admission';

/** Nothing is created in a namespace that does not exist or is going. */
export const namespaceLifecycle: Admission = {
  mutate({ operation, kind, object, store }) {
    const { namespace, name } = object.metadata;
    if (operation !== 'CREATE' || !kind.namespaced) return;
    const found = store.get('namespaces', undefined, namespace!);
    if (!found) throw notFound({ group: '', plural: 'namespaces' }, namespace!);
    if (!found.metadata.deletionTimestamp) return;
    const refusal = forbidden(
      kind,
      name,
      `unable to create new content in namespace ${namespace} because it is being terminated`,
    );
    throw new StatusError(refusal.code, refusal.reason, refusal.message, {
      ...refusal.details,
      causes: [
        {
          reason: 'NamespaceTerminating',
          message: `namespace ${namespace} is being terminated`,
          field: 'metadata.namespace',
        },
      ],
    });
  },
};
