// SPDX-License-Identifier: Apache-2.0
import {
  type DeadlineCap,
  describeDuration,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import type { PreviewConfig } from '../../config/types';
import type { SessionRecord } from '../../database/SessionRecord';
import type { Deadline } from './parseDeadline';

/** Where a deadline ends up, and the rule that cut it short. */
export interface MovedDeadline {
  /** `null` = without an end. */
  expiresAt: number | null;
  cap: DeadlineCap | null;
}

type Limits = PreviewConfig['policy']['ttl'];

/**
 * Where a wished deadline comes to lie. An extension is cut at the limits, an
 * end that was named exactly is left for policy to refuse: who says a time
 * means that time.
 *
 * @throws PreviewError `LifetimeExceeded`, `TtlTooLong` when an extension
 * would gain nothing, `InvalidRequest` when there is no end to extend
 */
export function moveDeadline(
  session: Pick<SessionRecord, 'expiresAt' | 'createdAt'>,
  wish: Deadline,
  limits: Limits,
  now: number,
): MovedDeadline {
  if (wish.by !== 'extendBy') {
    return { expiresAt: wish.expiresAt, cap: null };
  }
  if (session.expiresAt === null) {
    throw previewError('InvalidRequest', {
      message: 'A pinned preview has no end that could be extended.',
      hint: 'Give it one with ttl or expiresAt.',
      field: 'extendBy',
    });
  }
  const wished = session.expiresAt + wish.extension;
  const ceilings = [
    {
      rule: 'ttl-max',
      code: 'TtlTooLong' as const,
      at: now + limits.max,
      message: `The end lies at most ${describeDuration(limits.max)} ahead.`,
    },
    ...(limits.lifetime === null
      ? []
      : [
          {
            rule: 'lifetime',
            code: 'LifetimeExceeded' as const,
            at: session.createdAt + limits.lifetime,
            message: `A preview lives at most ${describeDuration(
              limits.lifetime,
            )} in all.`,
          },
        ]),
  ];
  const lowest = ceilings.reduce((a, b) => (b.at < a.at ? b : a));
  if (wished <= lowest.at) {
    return { expiresAt: wished, cap: null };
  }
  const { rule, code, at, message } = lowest;
  if (at <= session.expiresAt) {
    throw previewError(code, { message, field: 'extendBy', rule });
  }
  return {
    expiresAt: at,
    cap: { rule, message, expiresAt: new Date(at).toISOString() },
  };
}
