// SPDX-License-Identifier: Apache-2.0
import { entries } from './types';

const r = (message: string, hint: string, status = 403, retryable = false) => ({
  message,
  hint,
  status,
  retryable,
});

/** A rule said no. */
export const REFUSALS = entries(
  {
    Unauthenticated: r(
      'The request does not say who asks.',
      'Sign in again, or send a valid token.',
      401,
    ),
    TooManyRequests: r(
      'This was asked too often.',
      'Wait a moment, then ask again.',
      429,
      true,
    ),
    DependencyUnavailable: r(
      'A service that the portal needs did not answer.',
      'Wait a moment, then ask again.',
      503,
      true,
    ),
    PermissionDenied: r(
      'You may not do this.',
      'Ask whoever runs the portal for the permission.',
    ),
    NotEntityOwner: r(
      'Only owners of the service may do this.',
      'Ask the team that owns the service.',
    ),
    EntityWithoutOwner: r(
      'The service has no owner in the catalog.',
      'Set spec.owner of the entity to a group.',
      409,
    ),
    SubjectUnknown: r(
      'This service account is not known here.',
      'The platform team can map it in preview.access.subjects.',
    ),
    SubjectNotAllowed: r(
      'This service account may not do this here.',
      'Its entry in preview.access.subjects does not cover this entity, namespace, cluster or action.',
    ),
    RepositoryNotOfEntity: r(
      'This workflow runs for a repository that is not the one of the service.',
      'The annotation github.com/project-slug of the entity must name the repository of the workflow.',
    ),
    ClaimedActorNotAllowed: r(
      'Only service accounts may name a person on whose behalf they ask.',
      'Leave claimedActor out.',
    ),
    ClusterNotAllowed: r(
      'Previews may not run on this cluster.',
      'Choose one of the clusters that the options of the service list.',
    ),
    NamespaceNotAllowed: r(
      'Previews may not run in this namespace.',
      'The platform team can add it to the namespaces of the cluster.',
    ),
    ImageNotAllowed: r(
      'This image is not allowed here.',
      'Use an image of the repository that the service runs, or ask the platform team to allow another one.',
    ),
    DigestRequired: r(
      'The image must be named by its digest.',
      'Add @sha256:… to the image.',
    ),
    FilterHeaderNotAllowed: r(
      'Requests cannot be chosen by this header.',
      'Use one of the headers that preview.routing.headers allows.',
    ),
    FilterTypeNotAllowed: r(
      'Requests cannot be chosen in this way.',
      'Use an exact header; the platform team can allow more in preview.policy.filters.allow.',
    ),
    InputNotAllowed: r(
      'This may not be asked for.',
      'Leave it out; the platform team can allow it in preview.policy.inputs.allow.',
    ),
    QueueWithoutKey: r(
      'The queue would take messages that do not carry the key.',
      'Name the key in a pattern of messageFilter as a word of its own, or use mode "mirror".',
    ),
    SecretMountsNeeded: r(
      'The contents of the secret files are kept nowhere.',
      'Start the preview by POST /sessions and send secretMounts again, or null to go without.',
      409,
    ),
    FilterWithoutKey: r(
      'The filter does not carry the key.',
      'Use a value or pattern that has the key in it as a word of its own, so that no other key is caught.',
    ),
    UnfilteredSteal: r(
      'Without a filter the preview would take all requests.',
      'Give a filter, or choose traffic "none".',
    ),
    TrafficModeUnsupported: r(
      'This traffic mode is not available here.',
      'Choose "steal" or "none".',
      422,
    ),
    LabelModeUnsupported: r(
      'This label mode is not available here.',
      'Leave labelMode out, or use "isolated".',
      422,
    ),
    TargetKindUnsupported: r(
      'This kind of workload cannot be previewed.',
      'Name a Deployment or a StatefulSet.',
      422,
    ),
    StartedElsewhere: r(
      'This preview was started elsewhere.',
      'Use another key, or stop it here or with the tool that started it; here it can only be looked at and stopped.',
      409,
    ),
    FeatureUnsupported: r(
      'The driver of this cluster cannot do this.',
      'Leave the field out.',
      422,
    ),
    EnvNotAllowed: r(
      'This environment variable may not be set.',
      'The platform team can name it in preview.policy.env.allow.',
    ),
    EnvExpansionRefused: r(
      'Values with $( are refused, since they could reveal secrets.',
      'Write the value out.',
    ),
    SecretNotOfTarget: r(
      'This secret is not used by the service.',
      'Only secrets and keys that the service itself uses may be referred to.',
    ),
    QuotaPerUser: r(
      'You have as many previews as one person may have.',
      'Stop one of yours first.',
      429,
      true,
    ),
    QuotaPerOwner: r(
      'The team has as many previews as one team may have.',
      'Stop one of the team’s previews first.',
      429,
      true,
    ),
    QuotaPerEntity: r(
      'The service has as many previews as one service may have.',
      'Stop one of its previews first.',
      429,
      true,
    ),
    QuotaPerCluster: r(
      'The cluster has as many previews as it may have.',
      'Wait for one to end, or stop one.',
      429,
      true,
    ),
    KeyInUse: r(
      'This key belongs to another team.',
      'Choose another key, or ask its owner to let you join.',
      409,
    ),
    TtlTooShort: r(
      'The preview would live too briefly.',
      'Give a longer time.',
      422,
    ),
    TtlTooLong: r(
      'The preview would live too long.',
      'Give a shorter time.',
      422,
    ),
    LifetimeExceeded: r(
      'The preview has reached the longest life allowed.',
      'Start a new one, or ask an admin.',
      422,
    ),
    PinNotAllowed: r(
      'Only admins may keep a preview without an end.',
      'Extend it instead.',
    ),
    ListenerNotAllowed: r(
      'Previews may not be attached to this gateway.',
      'The platform team can name it in gateway.parents of the cluster.',
    ),
    Frozen: r(
      'Starting previews is switched off at present.',
      'Try again later; the platform team has set preview.freeze.',
      503,
      true,
    ),
    IdempotencyKeyRequired: r(
      'A service account must give a key or the header Idempotency-Key.',
      'Send one of the two, so that a repeated call does not start a second preview.',
      400,
    ),
    IdempotencyKeyReused: r(
      'This Idempotency-Key was used for another request.',
      'Use a new one.',
      409,
    ),
    PersonRequired: r(
      'Only a person can do this.',
      'Sign in and do it in the portal.',
    ),
    NothingToSignOff: r(
      'There is nothing to sign off just now.',
      'Wait until the preview is ready.',
      409,
      true,
    ),
    SignOffOutdated: r(
      'The preview has changed since it was looked at.',
      'Look at the revision that serves now, then decide again.',
      409,
    ),
    NotSealedYet: r(
      'The audit log is not sealed as far as this yet.',
      'Wait a second, then ask again.',
      409,
      true,
    ),
    SessionOver: r('This preview is over.', 'Restart it to get it back.', 409),
    SessionBusy: r(
      'Another change of this preview was faster.',
      'Look at it again and repeat yours.',
      409,
      true,
    ),
  },
  'refusal',
);
