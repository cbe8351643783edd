// SPDX-License-Identifier: Apache-2.0

/** As many lines as a browser shows without getting slow. */
export const MAX_LINES = 5000;

/** Lines that have arrived, and the unfinished last one. */
export interface LogText {
  lines: string[];
  rest: string;
}

/** @see appendLog */
export const NO_LOG: LogText = { lines: [], rest: '' };

/**
 * Adds what a stream brought. Blank lines are dropped, since the backend
 * sends them only to keep the connection alive; the oldest lines go when
 * there are too many.
 */
export function appendLog(log: LogText, chunk: string): LogText {
  const parts = (log.rest + chunk).split(/\r?\n/);
  const rest = parts.pop() ?? '';
  const fresh = parts.filter(line => line !== '');
  return {
    lines: [...log.lines, ...fresh].slice(-MAX_LINES),
    rest,
  };
}

/** All lines, the unfinished one included. */
export function allLines(log: LogText): string[] {
  return log.rest === '' ? log.lines : [...log.lines, log.rest];
}
