// SPDX-License-Identifier: Apache-2.0
import type { SubjectConfig } from '../../config/types';
import { accessEntries } from './accessEntries';

const rest = {
  entities: ['*'],
  namespaces: ['shop'],
  clusters: ['demo'],
  actions: ['start' as const],
};
const exact = (subject: string): SubjectConfig => ({
  subject,
  github: null,
  ...rest,
});
const github = (...contexts: string[]): SubjectConfig => ({
  subject: null,
  github: { subjectPrefix: 'github', owners: ['acme'], contexts },
  ...rest,
});

const PULL = 'external:github:repo:acme/Checkout:pull_request';

describe('access entries', () => {
  const asked: string[] = [];
  const entitiesOf = async (repository: string) => {
    asked.push(repository);
    return [`component:default/${repository.split('/')[1]}`];
  };

  beforeEach(() => {
    asked.length = 0;
  });

  it('of a service are those that name it exactly', async () => {
    const subjects = [exact('external:ci'), exact('external:ci2')];
    expect(await accessEntries(subjects, 'external:ci', entitiesOf)).toEqual([
      { ...rest, ofRepository: null },
    ]);
    expect(await accessEntries(subjects, 'external:c', entitiesOf)).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('of a workflow are bound to the entities of its repository', async () => {
    const subjects = [github('pull_request'), github('environment:live')];
    expect(await accessEntries(subjects, PULL, entitiesOf)).toEqual([
      { ...rest, ofRepository: ['component:default/checkout'] },
    ]);
    expect(asked).toEqual(['acme/checkout']);
  });

  it('that name a workflow exactly are not bound, beside others that are', async () => {
    const found = await accessEntries(
      [exact(PULL), github('pull_request')],
      PULL,
      entitiesOf,
    );
    expect(found.map(({ ofRepository }) => ofRepository)).toEqual([
      null,
      ['component:default/checkout'],
    ]);
  });

  it('are none for workflows that nobody means', async () => {
    const subjects = [github('pull_request')];
    const others = [
      PULL.replace('pull_request', 'ref:refs/heads/main'),
      PULL.replace('acme', 'evil'),
      PULL.replace('external:github', 'external:gitlab'),
    ];
    for (const subject of others) {
      expect(await accessEntries(subjects, subject, entitiesOf)).toEqual([]);
    }
    expect(asked).toEqual([]);
  });
});
