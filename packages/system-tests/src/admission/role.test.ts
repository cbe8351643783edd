// SPDX-License-Identifier: Apache-2.0
import { shipped } from '../fixtures/deployed';

describe('the Role', () => {
  const [role] = shipped('rbac/role.yaml') as any[];

  it('writes nothing but what previews are made of', () => {
    const written = role.rules
      .filter(({ verbs }: any) =>
        verbs.some((verb: string) => !['get', 'list', 'watch'].includes(verb)),
      )
      .flatMap(({ resources }: any) => resources);
    expect(written.sort()).toEqual([
      'httproutes',
      'jobs',
      'pods',
      'replicasets',
      'services',
    ]);
  });

  it('names no Secret, no subresource but logs, and nothing by a star', () => {
    const resources = role.rules.flatMap((rule: any) => rule.resources);
    expect(resources).not.toContain('secrets');
    expect(resources.filter((each: string) => each.includes('/'))).toEqual([
      'pods/log',
    ]);
    expect(JSON.stringify(role.rules)).not.toContain('*');
  });
});
