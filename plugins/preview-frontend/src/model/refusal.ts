// SPDX-License-Identifier: Apache-2.0

/** What the backend says when it does not do something. */
export interface Refusal {
  /** A code of the registry, or `null` for anything unexpected. */
  code: string | null;
  message: string;
  hint: string | null;
  /** Name of the request field at fault. */
  field: string | null;
}

const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

/** Reads a `ResponseError`'s body, and copes with any other error. */
export function readRefusal(error: unknown): Refusal {
  const { body, message } = (error ?? {}) as {
    body?: { error?: Record<string, unknown> };
    message?: unknown;
  };
  const told = body?.error ?? {};
  return {
    code: text(told.code),
    message: text(told.message) ?? text(message) ?? String(error),
    hint: text(told.hint),
    field: text(told.field),
  };
}

/** Whether two errors would be told in the same words. */
export function saysTheSame(one: unknown, other: unknown): boolean {
  if (one === undefined || other === undefined) return false;
  if (isSilence(one) || isSilence(other)) {
    return isSilence(one) && isSilence(other);
  }
  const [a, b] = [readRefusal(one), readRefusal(other)];
  return a.message === b.message && a.hint === b.hint;
}

/**
 * Whether nobody answered, or something that is not meant for people: the
 * network is gone, or a server failed without a word of ours.
 */
export function isSilence(error: unknown): boolean {
  const { response } = (error ?? {}) as { response?: { status?: number } };
  const status = response?.status ?? 0;
  return readRefusal(error).code === null && (status < 400 || status >= 500);
}
