// SPDX-License-Identifier: Apache-2.0
import { entries } from './types';

const f = (message: string, hint: string, status = 409, retryable = false) => ({
  message,
  hint,
  status,
  retryable,
});

/** What a preview can show; each has a page in `docs/runbooks`. */
export const FAILURES = entries(
  {
    ImagePullFailed: f(
      'The image could not be pulled.',
      'Check that the image was pushed and that its name and tag are right, then start again with that image.',
    ),
    CrashLoop: f(
      'The container starts and ends again and again.',
      'Read the last log lines: they usually name the cause. Then start again with a mended image.',
    ),
    Unschedulable: f(
      'No node has room for the preview.',
      'Stop a preview that is no longer needed, or ask the platform team for room.',
    ),
    QuotaExceeded: f(
      'The namespace has no quota left for one more pod.',
      'Stop a preview in this namespace, or ask the platform team to raise its ResourceQuota.',
    ),
    Forbidden: f(
      'The portal may not do this in the namespace.',
      'The platform team needs to grant the missing right to the portal; the evidence names it.',
      403,
    ),
    AdmissionRefused: f(
      'The cluster refused the preview.',
      'A rule of the cluster said no; the evidence has its words. Ask the platform team.',
    ),
    TargetNotFound: f(
      'The service was not found in the cluster.',
      'Check the name in the catalog entity, and that the service is deployed there.',
      404,
    ),
    TargetNotOfEntity: f(
      'This workload does not belong to the service.',
      'The workload or its namespace must carry the annotation preview-environments.io/entity with this entity.',
      403,
    ),
    TargetGone: f(
      'The service that was copied is gone from the cluster.',
      'Start again when the service is back.',
    ),
    DeletedInCluster: f(
      'Somebody deleted the preview in the cluster.',
      'Start it again; the audit log of the cluster tells who deleted it.',
    ),
    TargetUnsupported: f(
      'This workload cannot be previewed.',
      'The message names what stands in the way; the documentation lists what can be previewed.',
    ),
    ReadinessTimeout: f(
      'The preview did not become ready in time.',
      'Read its logs: it may be waiting for something it cannot reach, or its readiness probe may be too strict.',
    ),
    NoRoute: f(
      'No route leads to this service, so no request can be sent to the preview.',
      'Start it with traffic "none" and use the port-forward, or add an HTTPRoute for the service.',
    ),
    RouteRejected: f(
      'The gateway did not accept the route of the preview.',
      'The evidence has the words of the gateway. Ask the platform team.',
    ),
    RouteLeak: f(
      'A request without the key reached the preview, so its route was removed at once.',
      'Do not start again; tell the platform team, the gateway does not honour header matches.',
    ),
    RoutePolicyWouldNotApply: f(
      'A policy on the service’s route would not cover the preview.',
      'The preview would bypass it. Ask the platform team to allow a copy of the policy.',
    ),
    FilterConflict: f(
      'Another preview of this service already takes requests with this key.',
      'Use another key, or stop the other preview.',
    ),
    ControllerUnverified: f(
      'This gateway is not known to keep requests apart, and there is no path to check it.',
      'The platform team can set gateway.probePath for the cluster, or mark the controller as verified after a conformance run.',
    ),
    VerificationFailed: f(
      'A request with the key did not reach the preview.',
      'Use Verify again in a moment; if it stays, the gateway or a cache in front of it does not follow the header.',
    ),
    OperatorUnavailable: f(
      'The mirrord operator of this cluster cannot run the preview.',
      'The message says what is missing; the platform team looks after the operator.',
    ),
    SecretContentsLost: f(
      'The contents of the secret files are not at hand any more, so the preview cannot be made.',
      'Start it again by the API or the CLI and send secretMounts with it.',
    ),
    OperatorGaveUp: f(
      'The mirrord operator gave the preview up.',
      'The evidence has its words. Read the logs of the preview, then start again.',
    ),
    ClusterUnreachable: f(
      'The cluster does not answer.',
      'Nothing is lost; it goes on by itself as soon as the cluster answers.',
      503,
      true,
    ),
    InternalError: f(
      'Something went wrong in the portal.',
      'Try again; if it stays, give the platform team the request id or the id of the preview.',
      500,
      true,
    ),
  },
  'failure',
);
