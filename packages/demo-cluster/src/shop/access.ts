// SPDX-License-Identifier: Apache-2.0
import { V1PolicyRule } from '@kubernetes/client-node';
import { gatewayRules } from '../gateway';
import { Manifest } from './Manifest';
import { operatorRules } from '../operator';
import {
  mirrordPortalClusterRules,
  mirrordPortalRules,
  portalRules,
  restrictedPortalRules,
} from './portalRules';

/** Where the accounts of portal and gateway live. */
export const systemNamespace = 'preview-system';

/** Accounts in `systemNamespace`; the cluster entries of the portal use the first three. */
export const accounts = {
  portal: 'preview-portal',
  restrictedPortal: 'preview-portal-restricted',
  mirrordPortal: 'preview-portal-mirrord',
  gateway: 'demo-gateway',
  operator: 'demo-operator',
} as const;

const rbac = 'rbac.authorization.k8s.io';

const account = (name: string): Manifest => ({
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: { name, namespace: systemNamespace },
});

/** A Role, or a ClusterRole without a namespace, and its binding to the account of that name. */
function grant(
  name: string,
  rules: V1PolicyRule[],
  namespace?: string,
): Manifest[] {
  const prefix = namespace ? '' : 'Cluster';
  const metadata = namespace ? { name, namespace } : { name };
  const apiVersion = `${rbac}/v1`;
  return [
    { apiVersion, kind: `${prefix}Role`, metadata, rules },
    {
      apiVersion,
      kind: `${prefix}RoleBinding`,
      metadata,
      roleRef: { apiGroup: rbac, kind: `${prefix}Role`, name },
      subjects: [{ kind: 'ServiceAccount', name, namespace: systemNamespace }],
    },
  ];
}

/** The accounts of portal and gateway with what they may do. */
export function access(): Manifest[] {
  return [
    ...Object.values(accounts).map(account),
    ...['shop', 'shop-web', 'shop-inventory', 'shop-payments'].flatMap(
      namespace => grant(accounts.portal, portalRules(), namespace),
    ),
    ...grant(accounts.restrictedPortal, restrictedPortalRules(), 'shop-web'),
    ...grant(accounts.mirrordPortal, mirrordPortalRules(), 'shop-payments'),
    ...grant(accounts.mirrordPortal, mirrordPortalClusterRules()),
    ...grant(accounts.gateway, gatewayRules),
    ...grant(accounts.operator, operatorRules),
  ];
}
