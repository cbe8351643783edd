// SPDX-License-Identifier: Apache-2.0
import {
  parseImage,
  spelledRepository,
} from '@preview-environments/backstage-plugin-preview-common';
import type { PolicyInput, Rule } from '../Rule';

/**
 * Where an image may come from: the present repository, as the workload spells
 * it, and what is listed.
 */
export function allowedRepositories(
  presentImage: string,
  allow: string[],
): string[] {
  return allow.includes('*')
    ? ['*']
    : [spelledRepository(presentImage), ...allow];
}

/** The present image was written by others and may be anything. */
function repositoryOf(image: string): string {
  try {
    return parseImage(image).repository;
  } catch {
    return image;
  }
}

/** `REPOSITORY`, `PREFIX/*` for everything below it, or `*`. */
function matches(pattern: string, repository: string): boolean {
  if (pattern === '*') {
    return true;
  }
  return pattern.endsWith('/*')
    ? repository.startsWith(withHost(pattern.slice(0, -1)))
    : repository === repositoryOf(pattern);
}

/** A prefix without a host means Docker Hub, as in image references. */
function withHost(prefix: string): string {
  const [host] = prefix.split('/');
  return /[.:]/.test(host) || host === 'localhost'
    ? prefix
    : `docker.io/${prefix}`;
}

export const images: Rule<PolicyInput> = {
  name: 'images',
  setting: 'preview.policy.images.allow',
  passes: 'Images of this repository are allowed.',
  check({ config, wish, target }) {
    const allowed = allowedRepositories(
      target.image,
      config.policy.images.allow,
    );
    return allowed.some(each => matches(each, wish.imageRef.repository))
      ? null
      : {
          code: 'ImageNotAllowed',
          field: 'image',
          message: `Images of ${spelledRepository(
            wish.image,
          )} are not allowed here; allowed: ${allowed.join(', ')}.`,
        };
  },
};

export const digest: Rule<PolicyInput> = {
  name: 'digest',
  setting: 'preview.policy.images.requireDigest',
  passes: 'The image may be named as it is.',
  check: ({ config, wish }) =>
    config.policy.images.requireDigest && !wish.imageRef.digest
      ? { code: 'DigestRequired', field: 'image' }
      : null,
};
