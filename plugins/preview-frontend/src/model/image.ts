// SPDX-License-Identifier: Apache-2.0
import {
  imageLabel,
  isPreviewError,
  parseImage,
} from '@preview-environments/backstage-plugin-preview-common';

/** Any image is allowed when this stands among the repositories. */
export const ANY_REPOSITORY = '*';

/** Whether `repository` leaves open which one it is, as patterns do. */
export function isPattern(repository: string): boolean {
  return repository.endsWith('*');
}

/**
 * The image that a person means who typed `text` beside the fixed
 * `repository`: a tag, a digest, or a whole image that they pasted.
 *
 * @returns `null` while there is nothing typed
 */
export function composeImage(repository: string, text: string): string | null {
  const typed = text.trim().replace(/^:/, '');
  if (typed === '') {
    return null;
  }
  if (isPattern(repository) || typed.includes('/')) {
    return typed;
  }
  if (typed.startsWith('@')) {
    return `${repository}${typed}`;
  }
  return typed.startsWith('sha256:')
    ? `${repository}@${typed}`
    : `${repository}:${typed}`;
}

/**
 * What stays in the field when a whole image of the fixed repository was
 * pasted: its tag or digest. Short forms such as `shop/checkout:x` count as
 * the repository that ends in them.
 */
export function tagOfPasted(repository: string, text: string): string {
  const match = /^(.+?)(?::([^:/@]+)|@(sha256:[a-f0-9]+))$/.exec(text.trim());
  const name = match?.[1];
  const same =
    name !== undefined &&
    name.includes('/') &&
    (canonical(repository) === canonical(name) ||
      repository.endsWith(`/${name}`));
  return same ? match?.[2] ?? match?.[3] ?? text : text;
}

/** `shop/checkout` and `docker.io/shop/checkout` are one repository. */
function canonical(repository: string): string {
  return imageProblem(repository) === null
    ? parseImage(repository).repository
    : repository;
}

/** Why `image` cannot be an image, or `null`. */
export function imageProblem(image: string): string | null {
  try {
    parseImage(image);
    return null;
  } catch (error) {
    if (isPreviewError(error)) {
      return error.message;
    }
    throw error;
  }
}

/** Tag or short digest; the text itself where it is no image. */
export function shortImage(image: string): string {
  return imageProblem(image) === null ? imageLabel(image) : image;
}
