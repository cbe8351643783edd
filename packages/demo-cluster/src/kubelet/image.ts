// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';

export type Behaviour =
  | 'normal'
  | 'missing'
  | 'crash'
  | 'slow'
  | 'unschedulable'
  | 'oom'
  | 'unready';

const SPECIAL: Behaviour[] = [
  'missing',
  'crash',
  'slow',
  'unschedulable',
  'oom',
  'unready',
];

/** What a container of this image does on the fake node: its tag decides. */
export function behaviourOf(image: string): Behaviour {
  const tag = tagOf(image);
  return SPECIAL.find(behaviour => behaviour === tag) ?? 'normal';
}

export function tagOf(image: string): string | undefined {
  const [name] = image.split('@');
  return name.slice(name.lastIndexOf('/') + 1).split(':')[1];
}

/** The image as a container runtime writes it, with registry and tag. */
export function canonicalImage(image: string): string {
  const first = image.split('/')[0];
  const hasRegistry =
    image.includes('/') && (/[.:]/.test(first) || first === 'localhost');
  const path = hasRegistry
    ? image
    : `docker.io/${image.includes('/') ? image : `library/${image}`}`;
  return tagOf(path) || path.includes('@') ? path : `${path}:latest`;
}

/** `repository@sha256:…`; equal images have equal digests. */
export function imageId(image: string): string {
  const canonical = canonicalImage(image);
  const [name, digest] = canonical.split('@');
  if (digest) return canonical;
  const repository = name.slice(
    0,
    name.length - (tagOf(name)?.length ?? -1) - 1,
  );
  return `${repository}@sha256:${createHash('sha256')
    .update(canonical)
    .digest('hex')}`;
}
