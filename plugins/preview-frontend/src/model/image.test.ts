// SPDX-License-Identifier: Apache-2.0
import { composeImage, imageProblem, shortImage, tagOfPasted } from './image';

const REPOSITORY = 'registry.example.com/shop/checkout';
const DIGEST = `sha256:${'a'.repeat(64)}`;

describe('composeImage', () => {
  it.each([
    ['', null],
    ['  ', null],
    ['feature-x', `${REPOSITORY}:feature-x`],
    [':feature-x', `${REPOSITORY}:feature-x`],
    [' feature-x ', `${REPOSITORY}:feature-x`],
    [DIGEST, `${REPOSITORY}@${DIGEST}`],
    [`@${DIGEST}`, `${REPOSITORY}@${DIGEST}`],
    ['other.example.com/x:1', 'other.example.com/x:1'],
  ])('%p beside the fixed repository', (text, image) => {
    expect(composeImage(REPOSITORY, text)).toBe(image);
  });

  it('takes the whole text where any repository is allowed', () => {
    expect(composeImage('*', 'nginx:1')).toBe('nginx:1');
    expect(composeImage('ghcr.io/acme/*', 'ghcr.io/acme/x:1')).toBe(
      'ghcr.io/acme/x:1',
    );
  });
});

describe('tagOfPasted', () => {
  it.each([
    [`${REPOSITORY}:feature-x`, 'feature-x'],
    ['shop/checkout:feature-x', 'feature-x'],
    [`${REPOSITORY}@${DIGEST}`, DIGEST],
    ['other/checkout:feature-x', 'other/checkout:feature-x'],
    ['checkout:feature-x', 'checkout:feature-x'],
    ['feature-x', 'feature-x'],
    ['', ''],
  ])('%s', (text, kept) => {
    expect(tagOfPasted(REPOSITORY, text)).toBe(kept);
  });

  it('knows a repository however it is spelled', () => {
    expect(tagOfPasted('shop/checkout', 'docker.io/shop/checkout:x')).toBe('x');
    expect(tagOfPasted('docker.io/shop/checkout', 'shop/checkout:x')).toBe('x');
  });
});

describe('imageProblem and shortImage', () => {
  it.each([
    ['shop/checkout:1', false, '1'],
    [`shop/checkout@${DIGEST}`, false, 'sha256:aaaaaaa'],
    ['shop/checkout', false, 'latest'],
    ['Shop/ checkout', true, 'Shop/ checkout'],
  ])('%s', (image, wrong, label) => {
    expect(imageProblem(image) !== null).toBe(wrong);
    expect(shortImage(image)).toBe(label);
  });
});
