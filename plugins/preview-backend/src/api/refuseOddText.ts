// SPDX-License-Identifier: Apache-2.0
import { previewError } from '@preview-environments/backstage-plugin-preview-common';
import type { Request, RequestHandler } from 'express';

/** Control characters, and halves of pairs that are no text by themselves. */
// eslint-disable-next-line no-control-regex
const ODD = /[\0-\x1f\x7f\p{Cs}]/u;
/** What people write in lines, or a file or program has them. */
const HAS_LINES =
  /^(reason|comment|env\[\d+\]\.value|(config|secret)Mounts\[\d+\]\.data|traffic\.filter(\.filters\[\d+\])?\.query|queues\[\d+\]\.jqFilter)$/;
const LINES = /\r?\n|\t/g;

/**
 * No text of a request has characters that a database cannot keep, a cluster
 * would refuse, or that would rule the terminal of whoever reads it later.
 * Stands before every call, so that none can forget it.
 */
export const refuseOddText: RequestHandler = (req, _, next) => {
  for (const given of [partsOfPath(req), req.query, req.body]) {
    refuseIn(given, '');
  }
  next();
};

/** The parts of a path that cannot be read cannot be named either. */
export const readablePath: RequestHandler = (req, _, next) => {
  try {
    decodeURIComponent(req.path);
  } catch {
    throw previewError('InvalidRequest', {
      message: 'The path of the address cannot be read.',
      hint: 'Encode its parts as UTF-8 for an address, as encodeURIComponent does.',
    });
  }
  next();
};

/** By the names that the document gives them, where it knows the path. */
function partsOfPath(req: Request): Record<string, string> {
  const { openapi } = req as {
    openapi?: { pathParams?: Record<string, string> };
  };
  return openapi?.pathParams ?? { path: decodeURIComponent(req.path) };
}

function refuseIn(given: unknown, field: string): void {
  if (typeof given === 'string') {
    refuse(HAS_LINES.test(field) ? given.replace(LINES, '') : given, field);
  } else if (Array.isArray(given)) {
    given.forEach((each, index) => refuseIn(each, `${field}[${index}]`));
  } else if (given && typeof given === 'object') {
    for (const [name, value] of Object.entries(given)) {
      refuse(name, field, 'A name in ');
      refuseIn(value, field ? `${field}.${name}` : name);
    }
  }
}

function refuse(text: string, field: string, where = ''): void {
  const [found] = ODD.exec(text) ?? [];
  if (found === undefined) {
    return;
  }
  const code = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  const lines = HAS_LINES.test(field);
  throw previewError('InvalidRequest', {
    message: `${where}"${field}" has the character U+${code}, which is no text.`,
    hint: lines
      ? 'Remove it; of control characters only line breaks and tabs are taken here.'
      : 'Remove it; control characters, also line breaks and tabs, are not taken here.',
    field,
  });
}
