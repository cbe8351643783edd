// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@preview-environments/backstage-plugin-preview-common';
import type { Facts } from '../plan/facts';
import type { Plan } from '../plan/plan';
import { GRPC_ROUTES } from '../cluster/resources';
import { findPolicies } from '../routing/gateway-api/policies';
import { leadsTo, routesTo } from '../routing/gateway-api/teamRoutes';
import type { HttpRoute } from '../routing/gateway-api/model';
import { failed, fromError, passed, warned } from './check';
import { gatewayCheck } from './gateway';
import type { PreflightInput } from './preflight';

/** Whether requests can be sent to the preview, and only those with its key. */
export async function checkRouting(
  input: PreflightInput & { facts: Facts; plan: Plan },
): Promise<Check[]> {
  const { cluster, intent, facts, plan, routing } = input;
  if (intent.traffic.mode !== 'steal') {
    return [passed('route', 'No traffic is sent to this preview.')];
  }
  const grpc = await grpcRoutes(input);
  const gateway = gatewayCheck(plan.trust, cluster.config.gateway);
  if (gateway.status === 'failed') {
    return [gateway];
  }
  if (plan.refusal) {
    return [
      grpc.length && plan.refusal.code === 'NoRoute'
        ? failed(
            'route',
            'RouteRejected',
            `Only GRPCRoutes lead to the service (${grpc.join(
              ', ',
            )}); they cannot be previewed yet.`,
          )
        : failed('route', plan.refusal.code, plan.refusal.message),
    ];
  }
  const beside = routesTo(facts.routes, facts.services);
  const policies = await findPolicies(
    cluster,
    intent.namespace,
    facts,
    routing,
  ).then(
    found =>
      found
        ? failed(
            'policies',
            found.code,
            `${found.message} ${found.evidence
              .map(({ text }) => text)
              .join(' ')}`,
          )
        : passed('policies', 'No policy guards the route or the Service.'),
    error => fromError('policies', error),
  );
  return [
    passed(
      'route',
      `Stands beside ${beside
        .map(({ metadata }) => metadata.name)
        .join(', ')}.`,
    ),
    gateway,
    policies,
    ...plan.notes.map(note => warned('route rules', note)),
    ...(grpc.length
      ? [
          warned(
            'gRPC',
            `Requests through the GRPCRoute ${grpc.join(
              ', ',
            )} do not reach the preview.`,
          ),
        ]
      : []),
  ];
}

async function grpcRoutes({
  cluster,
  intent,
  facts,
}: PreflightInput & { facts: Facts }): Promise<string[]> {
  const names = new Set(facts.services.map(({ metadata }) => metadata.name));
  try {
    const routes = (await cluster.reader.team(
      GRPC_ROUTES,
      intent.namespace,
    )) as HttpRoute[];
    return routes
      .filter(({ spec }) =>
        (spec.rules ?? []).some(rule =>
          (rule.backendRefs ?? []).some(ref =>
            leadsTo(ref, names, intent.namespace),
          ),
        ),
      )
      .map(({ metadata }) => metadata.name);
  } catch {
    return [];
  }
}
