// SPDX-License-Identifier: Apache-2.0
import { pullFailure } from './pullFailure';

const IMAGE = 'registry.example.com/shop/checkout:feature-x';

describe('pullFailure', () => {
  it.each([
    [
      `rpc error: code = NotFound desc = failed to pull and unpack image "${IMAGE}": failed to resolve reference "${IMAGE}": ${IMAGE}: not found`,
      `${IMAGE} does not exist.`,
    ],
    ['manifest unknown', `${IMAGE} does not exist.`],
    [
      'failed to authorize: failed to fetch anonymous token: unexpected status: 401 Unauthorized',
      `access to ${IMAGE} was denied.`,
    ],
    [
      'unexpected status from HEAD request: 403',
      `access to ${IMAGE} was denied.`,
    ],
    [
      'pull access denied, repository does not exist or may require authorization',
      `${IMAGE} does not exist, or access to it was denied.`,
    ],
    [`Back-off pulling image "${IMAGE}"`, `${IMAGE}.`],
    ['dial tcp: i/o timeout', `${IMAGE}.`],
    ['', `${IMAGE}.`],
  ])('reads %j', (words, end) => {
    const { message, hint } = pullFailure(IMAGE, words);
    expect(message).toBe(`The image could not be pulled: ${end}`);
    expect(hint ?? '').toMatch(/denied/.test(end) ? /pull secret/ : /^$/);
  });

  it('is not misled by the name of the image', () => {
    const image = 'shop/access-denied:not-found-403';
    const words = `Back-off pulling image "${image}"`;
    expect(pullFailure(image, words).message).toMatch(/: shop\/\S+403\.$/);
  });

  it('leaves it to others where the image is not known', () => {
    expect(pullFailure(null, 'not found')).toEqual({});
  });
});
