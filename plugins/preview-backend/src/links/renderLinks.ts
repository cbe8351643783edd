// SPDX-License-Identifier: Apache-2.0
import type { Link } from '@preview-environments/backstage-plugin-preview-common';
import type { LinkTemplate } from '../config/types';
import { fillTemplate, type LinkValues } from './template';

/**
 * The links of a preview: the configured ones, an entity's own in place of
 * one with the same title. One that cannot be filled is left out.
 */
export function renderLinks(
  configured: LinkTemplate[],
  own: LinkTemplate[],
  values: LinkValues,
): Link[] {
  const nameOf = ({ title }: LinkTemplate) => title.toLowerCase();
  const byName = new Map(
    [...configured, ...own].map(template => [nameOf(template), template]),
  );
  return [...byName.values()].flatMap(({ title, url, icon }) => {
    const filled = fillTemplate(url, values);
    return filled === null ? [] : [{ title, url: filled, icon }];
  });
}
