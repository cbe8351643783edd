// SPDX-License-Identifier: Apache-2.0
import { isMeant, parseGithubSubject } from './githubSubject';

const parse = (sub: string) =>
  parseGithubSubject(`external:github:${sub}`, 'github');

describe('the subject of a workflow', () => {
  it.each([
    ['repo:acme/checkout:pull_request', 'acme/checkout', null, 'pull_request'],
    [
      'repo:Acme/Check.Out:pull_request',
      'acme/check.out',
      null,
      'pull_request',
    ],
    [
      'repo:acme/checkout:ref:refs/heads/feature/a-b',
      'acme/checkout',
      null,
      'ref:refs/heads/feature/a-b',
    ],
    [
      'repo:acme/checkout:environment:Staging%3AEU',
      'acme/checkout',
      null,
      'environment:Staging%3AEU',
    ],
    [
      'repo:acme@123456/checkout@456789:ref:refs/heads/main',
      'acme/checkout',
      '123456',
      'ref:refs/heads/main',
    ],
    [
      'repo:ann_acme/checkout:pull_request',
      'ann_acme/checkout',
      null,
      'pull_request',
    ],
  ])('%s', (sub, repository, ownerId, context) => {
    const [owner] = repository.split('/');
    expect(parse(sub)).toEqual({ repository, owner, ownerId, context });
  });

  it.each([
    'repo:acme/checkout',
    'repo:acme/checkout:',
    'repo:acme/checkout/more:pull_request',
    'repo:acme:pull_request',
    'repo:/checkout:pull_request',
    'repo:acme/:pull_request',
    'repo:acme@/checkout@:pull_request',
    'repo:acme@x/checkout@1:pull_request',
    'repo:acme@1/checkout:pull_request',
    'repo:acme/checkout@1:pull_request',
    'repo:acme/checkout:pull_request\nrepo:acme/payments:pull_request',
    'xrepo:acme/checkout:pull_request',
    'repository:acme/checkout:pull_request',
    'workflow:repo:acme/checkout:pull_request',
    ' repo:acme/checkout:pull_request',
    '',
  ])('%j is none', sub => {
    expect(parse(sub)).toBeNull();
  });

  it.each([
    'external:repo:acme/checkout:pull_request',
    'external:gitlab:repo:acme/checkout:pull_request',
    'external:github-evil:repo:acme/checkout:pull_request',
    'plugin:github:repo:acme/checkout:pull_request',
    'repo:acme/checkout:pull_request',
  ])('%s came in by another way', subject => {
    expect(parseGithubSubject(subject, 'github')).toBeNull();
  });
});

describe('an entry means a workflow', () => {
  const of = (owners: string[], contexts: string[], sub: string) =>
    isMeant({ subjectPrefix: 'github', owners, contexts }, parse(sub)!);
  const main = 'ref:refs/heads/main';

  it.each<[string, string[], string[], string, boolean]>([
    [
      'of its owner',
      ['acme'],
      ['pull_request'],
      'repo:acme/a:pull_request',
      true,
    ],
    ['in other letters', ['ACME'], [main], `repo:Acme/a:${main}`, true],
    [
      'of one of several',
      ['x', 'acme'],
      ['y', main],
      `repo:acme/a:${main}`,
      true,
    ],
    [
      'of nobody named',
      ['acme'],
      ['pull_request'],
      'repo:evil/a:pull_request',
      false,
    ],
    [
      'of a longer name',
      ['acme'],
      ['pull_request'],
      'repo:acme-evil/a:pull_request',
      false,
    ],
    [
      'of a shorter name',
      ['acme'],
      ['pull_request'],
      'repo:acm/a:pull_request',
      false,
    ],
    ['with the number', ['acme@7'], [main], `repo:acme@7/a@1:${main}`, true],
    [
      'with another number',
      ['acme@7'],
      [main],
      `repo:acme@77/a@1:${main}`,
      false,
    ],
    ['without the number', ['acme@7'], [main], `repo:acme/a:${main}`, false],
    [
      'with a number not asked for',
      ['acme'],
      [main],
      `repo:acme@7/a@1:${main}`,
      true,
    ],
    [
      'of another context',
      ['acme'],
      ['pull_request'],
      `repo:acme/a:${main}`,
      false,
    ],
    ['of a longer context', ['acme'], [main], `repo:acme/a:${main}2`, false],
    [
      'with a claim more',
      ['acme'],
      ['pull_request'],
      'repo:acme/a:pull_request:workflow:x',
      false,
    ],
    [
      'below a folder',
      ['acme'],
      ['ref:refs/heads/*'],
      `repo:acme/a:${main}`,
      true,
    ],
    [
      'deep below a folder',
      ['acme'],
      ['ref:refs/heads/*'],
      'repo:acme/a:ref:refs/heads/x/y',
      true,
    ],
    [
      'of a tag, not a branch',
      ['acme'],
      ['ref:refs/heads/*'],
      'repo:acme/a:ref:refs/tags/v1',
      false,
    ],
    [
      'below a folder with a claim more',
      ['acme'],
      ['ref:refs/heads/*'],
      `repo:acme/a:${main}:environment:prod`,
      false,
    ],
    [
      'of any environment',
      ['acme'],
      ['environment:*'],
      'repo:acme/a:environment:staging',
      true,
    ],
    [
      'of no environment',
      ['acme'],
      ['environment:*'],
      'repo:acme/a:environment:',
      false,
    ],
  ])('%s', (_, owners, contexts, sub, expected) => {
    expect(of(owners, contexts, sub)).toBe(expected);
  });
});
