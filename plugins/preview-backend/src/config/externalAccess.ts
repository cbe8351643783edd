// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import type { SubjectConfig } from './types';

const words = z.union([z.string(), z.array(z.string())]).optional();

/** What Backstage itself reads in `backend.auth.externalAccess`. */
const externalAccess = z
  .array(
    z.object({
      type: z.string(),
      options: z
        .object({
          subjectPrefix: z.string().optional(),
          issuer: words,
          audience: words,
        })
        .prefault({}),
      accessRestrictions: z.array(z.object({ plugin: z.string() })).optional(),
    }),
  )
  .default([]);

type Access = z.infer<typeof externalAccess>[number];

const KEY = 'backend.auth.externalAccess';

/**
 * Everybody on GitHub gets tokens from the same issuer, with whatever
 * audience they ask for. Only the way into Backstage can tell whose count.
 *
 * @returns what makes it unsafe to trust the subjects of workflows
 */
export function externalAccessFaults(
  configured: unknown,
  subjects: Pick<SubjectConfig, 'github'>[],
  plugin: string,
): string[] {
  const prefixes = new Set(
    subjects.flatMap(({ github }) => (github ? [github.subjectPrefix] : [])),
  );
  if (prefixes.size === 0) {
    return [];
  }
  const read = externalAccess.safeParse(configured ?? undefined);
  if (!read.success) {
    return [`${KEY}: cannot be read`];
  }
  const ways = read.data
    .map((access, index) => ({ access, name: `${KEY}[${index}]` }))
    .filter(({ access }) => access.type === 'jwks');
  const faults = [...prefixes].flatMap(prefix => {
    const found = ways.filter(
      ({ access }) => access.options.subjectPrefix === prefix,
    );
    return found.length === 0
      ? [`${KEY}: needs an entry of type jwks with subjectPrefix ${prefix}`]
      : found.flatMap(each => faultsOf(each.access, each.name, plugin));
  });
  const nameless = ways
    .filter(({ access }) => !access.options.subjectPrefix)
    .map(
      ({ name }) =>
        `${name}.options.subjectPrefix: must be set, so that its tokens cannot pose as workflows`,
    );
  return [...faults, ...nameless];
}

function faultsOf(access: Access, name: string, plugin: string): string[] {
  const { issuer, audience } = access.options;
  const { accessRestrictions = [] } = access;
  return [
    ...(issuer?.length
      ? []
      : [
          `${name}.options.issuer: must be the issuer of the workflows' tokens`,
        ]),
    ...(audience?.length
      ? []
      : [`${name}.options.audience: must be a name of this portal alone`]),
    ...(accessRestrictions.some(each => each.plugin === plugin)
      ? []
      : [
          `${name}.accessRestrictions: must list ${plugin}; without restrictions every workflow on GitHub could call every plugin`,
        ]),
  ];
}
