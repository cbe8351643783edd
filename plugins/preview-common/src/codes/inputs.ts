// SPDX-License-Identifier: Apache-2.0
import { entries } from './types';

const i = (message: string, hint: string, status = 400) => ({
  message,
  hint,
  status,
  retryable: false,
});

/** The request itself is at fault. */
export const INPUTS = entries(
  {
    InvalidRequest: i(
      'The request does not have the expected form.',
      'The message names the field; the OpenAPI document tells its form.',
    ),
    UnknownField: i(
      'The request has a field that is not known.',
      'Remove the field, or check its spelling.',
    ),
    InvalidKey: i(
      'This is not a key.',
      'Use 1 to 40 lower-case letters, digits and dashes, with a letter or digit at both ends.',
    ),
    InvalidImage: i(
      'This is not an image reference.',
      'Write it as registry/repository:tag or with @sha256:…',
    ),
    InvalidTarget: i(
      'This is not a target.',
      'Write it as deployment/NAME or statefulset/NAME, optionally with /container/NAME.',
    ),
    InvalidDuration: i(
      'This is not a duration.',
      'Write it as 90m, 2h, 3d, or in ISO 8601 as PT2H.',
    ),
    InvalidTime: i(
      'This is not a moment in the future.',
      'Write it in ISO 8601 with a time zone, for example 2030-01-31T18:00:00Z.',
    ),
    DeadlineAmbiguous: i(
      'The end is given in more than one way.',
      'Give only one of ttl, expiresAt and extendBy.',
    ),
    InvalidFilter: i(
      'This is not a filter.',
      'Give type "header" with a name and an exact value, or another type with its members.',
    ),
    InvalidEnv: i(
      'This is not an environment variable.',
      'Give a name and either value or secretKeyRef.',
    ),
    InvalidCursor: i(
      'This cursor is not valid here.',
      'Use nextCursor of an answer to the same query.',
    ),
    InvalidEntityRef: i(
      'This is not an entity reference.',
      'Write it as component:default/NAME.',
    ),
    EntityNotFound: i(
      'The entity was not found.',
      'Check the reference, and that you may read the entity.',
      404,
    ),
    EntityNotAnnotated: i(
      'The entity names no workload.',
      'Add the annotation preview-environments.io/target, for example deployment/NAME.',
      422,
    ),
    TargetAmbiguous: i(
      'The entity has more than one workload.',
      'Name one of the targets that the message lists.',
      422,
    ),
    CallNotFound: i(
      'There is no such call.',
      'The OpenAPI document lists the calls.',
      404,
    ),
    SessionNotFound: i(
      'The preview was not found.',
      'Check its id, and that you may see it.',
      404,
    ),
    EnvironmentNotFound: i(
      'No preview with this key was found.',
      'Check the key, and that you may see its previews.',
      404,
    ),
    AuditEventNotFound: i(
      'The audit event was not found.',
      'Check its id, and that you may see it.',
      404,
    ),
    TileNotFound: i(
      'The audit log has no such tile.',
      'Ask for tiles of the size that the newest checkpoint names.',
      404,
    ),
    InvalidTreeSize: i(
      'The audit log never had this size.',
      'Give whole numbers up to the size that the newest checkpoint names.',
    ),
    LogsNotKept: i(
      'No log lines of this preview are kept.',
      'Lines are kept for some days after the end, where there were any.',
      404,
    ),
    BodyTooLarge: i(
      'The request is too large.',
      'Send less than 64 KiB, or 2 MiB where files come with it.',
      413,
    ),
  },
  'input',
);
