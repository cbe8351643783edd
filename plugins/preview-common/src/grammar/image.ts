// SPDX-License-Identifier: Apache-2.0
import { previewError } from '../codes/PreviewError';

/**
 * A container image reference, split. `repository` is normalized the way
 * container runtimes do it, so that `nginx` and `docker.io/library/nginx`
 * are one repository.
 *
 * @public
 */
export interface ImageRef {
  repository: string;
  tag: string | null;
  /** `sha256:…` or `null`. */
  digest: string | null;
}

/** Grammar of the OCI distribution specification. */
const HOST_PART = '[a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?';
/** A first part is a host if it has a dot or a port, or is `localhost`. */
const DOMAIN = new RegExp(
  `^(localhost|${HOST_PART}(\\.${HOST_PART})+|${HOST_PART}(?=:\\d))(:\\d{1,5})?$`,
);
const PATH_PART = /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const DIGEST = /^sha256:[a-f0-9]{64}$/;

/**
 * @throws PreviewError `InvalidImage`, field `image`
 * @public
 */
export function parseImage(text: string): ImageRef {
  const { name, tag, digest, more } = split(text);
  const parts = name.split('/');
  const hasDomain = parts.length > 1 && DOMAIN.test(parts[0]);
  const path = hasDomain ? parts.slice(1) : parts;
  const valid =
    !more &&
    name.length <= 255 &&
    path.every(part => PATH_PART.test(part)) &&
    (tag === null || TAG.test(tag)) &&
    (digest === undefined || DIGEST.test(digest));
  if (!valid) {
    throw previewError('InvalidImage', {
      message: `"${text.slice(0, 120)}" is not an image reference.`,
      field: 'image',
    });
  }
  const domain = hasDomain ? canonicalHost(parts[0]) : 'docker.io';
  const full =
    domain === 'docker.io' && path.length === 1 ? ['library', ...path] : path;
  return {
    repository: [domain, ...full].join('/'),
    tag,
    digest: digest ?? null,
  };
}

/** Name, tag and digest as they are written; nothing is checked. */
function split(text: string) {
  const [named, digest, ...more] = text.split('@');
  const slash = named.lastIndexOf('/');
  const colon = named.indexOf(':', slash + 1);
  return {
    name: colon < 0 ? named : named.slice(0, colon),
    tag: colon < 0 ? null : named.slice(colon + 1),
    digest,
    more: more.length > 0,
  };
}

/**
 * The repository of an image as it is written, for people: what `parseImage`
 * calls `docker.io/library/nginx` may be spelled `nginx`.
 *
 * @public
 */
export function spelledRepository(image: string): string {
  return split(image).name;
}

function canonicalHost(host: string): string {
  const lower = host.toLowerCase();
  return lower === 'index.docker.io' ? 'docker.io' : lower;
}

/** The part of an image that people read: tag, else short digest. @public */
export function imageLabel(image: string): string {
  const { tag, digest } = parseImage(image);
  return tag ?? digest?.slice(0, 'sha256:'.length + 7) ?? 'latest';
}
