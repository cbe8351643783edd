// SPDX-License-Identifier: Apache-2.0

/**
 * Kinds that attach to a route or a Service and change who may pass or how,
 * as `PLURAL.GROUP`. `preview.routing.policyKinds` adds to them.
 */
export const POLICY_KINDS = [
  'backendtlspolicies.gateway.networking.k8s.io',
  // Envoy Gateway
  'securitypolicies.gateway.envoyproxy.io',
  'backendtrafficpolicies.gateway.envoyproxy.io',
  'envoyextensionpolicies.gateway.envoyproxy.io',
  // Kuadrant
  'authpolicies.kuadrant.io',
  'ratelimitpolicies.kuadrant.io',
  'tokenratelimitpolicies.kuadrant.io',
  // NGINX Gateway Fabric
  'clientsettingspolicies.gateway.nginx.org',
  'upstreamsettingspolicies.gateway.nginx.org',
  'ratelimitpolicies.gateway.nginx.org',
  'authenticationfilters.gateway.nginx.org',
  // kgateway
  'trafficpolicies.gateway.kgateway.dev',
  'backendconfigpolicies.gateway.kgateway.dev',
  // Istio
  'authorizationpolicies.security.istio.io',
  'requestauthentications.security.istio.io',
  'destinationrules.networking.istio.io',
  'wasmplugins.extensions.istio.io',
  // Kong
  'kongplugins.configuration.konghq.com',
  'kongupstreampolicies.configuration.konghq.com',
  // GKE
  'gcpbackendpolicies.networking.gke.io',
  'healthcheckpolicies.networking.gke.io',
  // Cilium, Traefik
  'ciliumenvoyconfigs.cilium.io',
  'traefikpolicies.hub.traefik.io',
];
