// SPDX-License-Identifier: Apache-2.0
import { Json } from '../objects';

export interface Cause {
  reason: string;
  message: string;
  field: string;
}

export interface StatusDetails {
  name?: string;
  group?: string;
  kind?: string;
  uid?: string;
  causes?: Cause[];
  retryAfterSeconds?: number;
}

/** A refusal that travels as a `metav1.Status`. */
export class StatusError extends Error {
  constructor(
    readonly code: number,
    readonly reason: string,
    message: string,
    readonly details?: StatusDetails,
  ) {
    super(message);
    this.name = 'StatusError';
  }

  toStatus(): Json {
    return {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message: this.message,
      ...(this.reason && { reason: this.reason }),
      ...(this.details && { details: this.details }),
      code: this.code,
    };
  }
}

/** How a resource names itself in messages. */
export interface ResourceName {
  group: string;
  plural: string;
}

/** `deployments.apps`, or `pods` in the core group. */
export function qualified({ group, plural }: ResourceName): string {
  return group ? `${plural}.${group}` : plural;
}

const detailsOf = (
  { group, plural }: ResourceName,
  name?: string,
): StatusDetails => ({
  ...(name && { name }),
  ...(group && { group }),
  kind: plural,
});

export const notFound = (resource: ResourceName, name: string) =>
  new StatusError(
    404,
    'NotFound',
    `${qualified(resource)} "${name}" not found`,
    detailsOf(resource, name),
  );

export const unknownPath = () =>
  new StatusError(
    404,
    'NotFound',
    'the server could not find the requested resource',
  );

export const alreadyExists = (resource: ResourceName, name: string) =>
  new StatusError(
    409,
    'AlreadyExists',
    `${qualified(resource)} "${name}" already exists`,
    detailsOf(resource, name),
  );

export const conflict = (resource: ResourceName, name: string, why: string) =>
  new StatusError(
    409,
    'Conflict',
    `Operation cannot be fulfilled on ${qualified(resource)} "${name}": ${why}`,
    detailsOf(resource, name),
  );

export const staleVersion = (resource: ResourceName, name: string) =>
  conflict(
    resource,
    name,
    'the object has been modified; please apply your changes to the latest version and try again',
  );

export const badRequest = (message: string) =>
  new StatusError(400, 'BadRequest', message);

export const forbidden = (
  resource: ResourceName,
  name: string | undefined,
  why: string,
) =>
  new StatusError(
    403,
    'Forbidden',
    name
      ? `${qualified(resource)} "${name}" is forbidden: ${why}`
      : `${qualified(resource)} is forbidden: ${why}`,
    detailsOf(resource, name),
  );

export const unauthorized = () =>
  new StatusError(401, 'Unauthorized', 'Unauthorized');

export const expired = (message: string) =>
  new StatusError(410, 'Expired', message);

export const notAllowed = () =>
  new StatusError(
    405,
    'MethodNotAllowed',
    'the server does not allow this method on the requested resource',
  );

export const notImplemented = (what: string) =>
  new StatusError(
    501,
    'NotImplemented',
    `The demo cluster does not serve ${what}.`,
  );

export const unsupportedMediaType = (accepted: string[]) =>
  new StatusError(
    415,
    'UnsupportedMediaType',
    `the body of the request was in an unknown format - accepted media types include: ${accepted.join(
      ', ',
    )}`,
  );
