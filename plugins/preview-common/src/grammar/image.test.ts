// SPDX-License-Identifier: Apache-2.0
import { imageLabel, parseImage, spelledRepository } from './image';

const digest = `sha256:${'a1'.repeat(32)}`;

describe('parseImage', () => {
  it.each([
    ['nginx', 'docker.io/library/nginx', null, null],
    ['docker.io/nginx:1', 'docker.io/library/nginx', '1', null],
    ['index.docker.io/nginx', 'docker.io/library/nginx', null, null],
    ['shop/checkout:feature-x', 'docker.io/shop/checkout', 'feature-x', null],
    ['ghcr.io/a/b/c:v1', 'ghcr.io/a/b/c', 'v1', null],
    ['GHCR.io/a/b', 'ghcr.io/a/b', null, null],
    ['localhost/a', 'localhost/a', null, null],
    ['registry:5000/a:1', 'registry:5000/a', '1', null],
    ['a__b/c-d.e', 'docker.io/a__b/c-d.e', null, null],
    [`r.example/a@${digest}`, 'r.example/a', null, digest],
    [`r.example/a:1@${digest}`, 'r.example/a', '1', digest],
  ])('reads %s', (text, repository, tag, wanted) => {
    expect(parseImage(text)).toEqual({ repository, tag, digest: wanted });
  });

  it.each([
    '',
    ' nginx',
    'nginx:',
    'nginx:a b',
    'nginx@sha256:12',
    `nginx@${digest}@${digest}`,
    'Shop/checkout',
    'shop//checkout',
    '/checkout',
    'shop/',
    'https://r.example/a',
    '-r.example/a',
    `nginx:${'t'.repeat(129)}`,
    'x'.repeat(256),
    'nginx\n',
  ])('refuses %j', text => {
    expect(() => parseImage(text)).toThrow(
      expect.objectContaining({ code: 'InvalidImage', field: 'image' }),
    );
  });
});

describe('spelledRepository', () => {
  it.each([
    ['nginx', 'nginx'],
    ['shop/checkout:1', 'shop/checkout'],
    ['docker.io/shop/checkout', 'docker.io/shop/checkout'],
    ['registry:5000/a:1', 'registry:5000/a'],
    [`r.example/a:1@${digest}`, 'r.example/a'],
  ])('of %s is %s', (image, repository) => {
    expect(spelledRepository(image)).toBe(repository);
  });
});

describe('imageLabel', () => {
  it.each([
    ['nginx', 'latest'],
    ['nginx:1.2', '1.2'],
    [`nginx@${digest}`, 'sha256:a1a1a1a'],
  ])('shows %s as %s', (image, label) => {
    expect(imageLabel(image)).toBe(label);
  });
});
