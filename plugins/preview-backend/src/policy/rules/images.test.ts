// SPDX-License-Identifier: Apache-2.0
import { parseImage } from '@preview-environments/backstage-plugin-preview-common';
import type { PolicyInput } from '../Rule';
import { digest, images } from './images';

function check(image: string, present: string, allow: string[] = []) {
  return images.check({
    config: { policy: { images: { allow } } },
    target: { image: present },
    wish: { image, imageRef: parseImage(image) },
  } as unknown as PolicyInput);
}

describe('which images may run', () => {
  it.each([
    ['shop/a:x', 'shop/a:stable', []],
    ['docker.io/shop/a', 'shop/a:stable', []],
    ['ghcr.io/acme/a:x', 'ghcr.io/acme/a@sha256:'.padEnd(86, '1'), []],
    ['ghcr.io/acme/b:x', 'shop/a', ['ghcr.io/acme/*']],
    ['ghcr.io/acme/team/b:x', 'shop/a', ['ghcr.io/acme/*']],
    ['other/b', 'shop/a', ['other/*']],
    ['other/b', 'shop/a', ['other/b']],
    ['any.example/x', 'shop/a', ['*']],
  ])('%s beside %s with %j', (image, present, allow) => {
    expect(check(image, present, allow)).toBeNull();
  });

  it.each([
    ['shop/b:x', 'shop/a:stable', []],
    ['ghcr.io/shop/a', 'shop/a', []],
    ['ghcr.io/acme-evil/a', 'shop/a', ['ghcr.io/acme/*']],
    ['docker.io.evil.example/other/b', 'shop/a', ['other/*']],
    ['other/bb', 'shop/a', ['other/b']],
  ])('not %s beside %s with %j', (image, present, allow) => {
    expect(check(image, present, allow)).toMatchObject({
      code: 'ImageNotAllowed',
      field: 'image',
    });
  });

  it('only by digest where that is asked for', () => {
    const input = (image: string, requireDigest: boolean) =>
      ({
        config: { policy: { images: { requireDigest } } },
        wish: { image, imageRef: parseImage(image) },
      } as unknown as PolicyInput);
    const exact = `shop/a@sha256:${'1'.repeat(64)}`;
    expect(digest.check(input('shop/a:x', false))).toBeNull();
    expect(digest.check(input(exact, true))).toBeNull();
    expect(digest.check(input('shop/a:x', true))).toMatchObject({
      code: 'DigestRequired',
    });
  });
});
