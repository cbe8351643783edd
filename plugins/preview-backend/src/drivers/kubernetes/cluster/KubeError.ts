// SPDX-License-Identifier: Apache-2.0

/** The `Status` with which the API server refuses a request. */
export interface KubeStatus {
  code: number;
  reason?: string;
  message?: string;
  details?: { kind?: string; name?: string; retryAfterSeconds?: number };
}

/** An answer of the API server that is not a success. */
export class KubeError extends Error {
  readonly status: KubeStatus;
  /** For example `PATCH services`, without names or addresses. */
  readonly request: string;

  constructor(request: string, status: KubeStatus) {
    super(
      `${request}: ${status.code} ${status.reason ?? ''} ${
        status.message ?? ''
      }`.trim(),
    );
    this.name = 'KubeError';
    this.status = status;
    this.request = request;
  }
}

export function hasStatus(error: unknown, ...codes: number[]): boolean {
  return error instanceof KubeError && codes.includes(error.status.code);
}
