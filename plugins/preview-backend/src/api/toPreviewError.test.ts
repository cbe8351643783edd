// SPDX-License-Identifier: Apache-2.0
import { AuthenticationError, NotAllowedError } from '@backstage/errors';
import { previewError } from '@preview-environments/backstage-plugin-preview-common';
import { toPreviewError } from './toPreviewError';

const faults = (...paths: string[]) => ({
  status: 400,
  errors: paths.map(path => ({
    path,
    message: 'must be string',
    errorCode: 'type.openapi.validation',
  })),
});

describe('toPreviewError', () => {
  it('leaves our own as they are', () => {
    const error = previewError('KeyInUse');
    expect(toPreviewError(error)).toBe(error);
  });

  it.each<[string, unknown, string, string | null]>([
    ['a field', faults('/body/image'), 'InvalidRequest', 'image'],
    ['a list', faults('/body/env/0/name'), 'InvalidRequest', 'env[0].name'],
    [
      'the deepest',
      faults('/body/traffic', '/body/traffic/mode'),
      'InvalidRequest',
      'traffic.mode',
    ],
    ['the body', faults('/body'), 'InvalidRequest', null],
    ['a query', faults('/query/limit'), 'InvalidRequest', 'limit'],
    ['no such call', { status: 404, errors: [] }, 'CallNotFound', null],
    ['no such method', { status: 405, errors: [] }, 'CallNotFound', null],
    [
      'a large body',
      { type: 'entity.too.large', status: 413 },
      'BodyTooLarge',
      null,
    ],
    [
      'no JSON',
      { type: 'entity.parse.failed', status: 400 },
      'InvalidRequest',
      null,
    ],
    ['no token', new AuthenticationError('x'), 'Unauthenticated', null],
    ['no right', new NotAllowedError('x'), 'PermissionDenied', null],
    ['a bug', new TypeError('secret'), 'InternalError', null],
    ['a database error', { status: 500, errors: [] }, 'InternalError', null],
    ['nothing', undefined, 'InternalError', null],
    ['a text', 'secret', 'InternalError', null],
  ])('knows %s', (_, thrown, code, field) => {
    const error = toPreviewError(thrown);
    expect(error).toMatchObject({ code, field });
    expect(error.message).not.toContain('secret');
  });

  it.each([
    [
      '/body/image',
      "must have required property 'image'",
      'The field "image" is missing.',
    ],
    [
      '/body',
      'must NOT have fewer than 1 properties',
      'The request asks for nothing: give at least one field.',
    ],
    ['/body', 'must be object', 'The body must be object.'],
    ['/query/limit', 'must be <= 200', '"limit" must be <= 200.'],
  ])('says of %s: %s', (path, message, sentence) => {
    const thrown = { status: 400, errors: [{ path, message }] };
    expect(toPreviewError(thrown).message).toBe(sentence);
  });
});
