// SPDX-License-Identifier: Apache-2.0
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import {
  REPOSITORY,
  aSession,
  but,
  ended,
  updateFailed,
  updating,
} from '../examples/sessions';
import { servingLabel, servingOf } from './serving';

const image = (tag: string) => `${REPOSITORY}:${tag}`;

const tags = (session: PreviewSession) => {
  const { image: serving, failed } = servingOf(session);
  return [serving, failed].map(each => each?.split(':').at(-1));
};

describe('servingOf', () => {
  it.each([
    ['what was asked for', aSession(), ['feature-x', undefined]],
    ['an update under way', aSession(updating), ['feature-x2', undefined]],
    ['an update that failed', aSession(updateFailed), ['feature-x', 'missing']],
    [
      'the same, with pods that do not answer',
      aSession(updateFailed, but({ phase: 'degraded' })),
      ['feature-x', 'missing'],
    ],
    [
      'the same, between two pods',
      aSession(updateFailed, but({ pods: [] })),
      ['feature-x', 'missing'],
    ],
    [
      'two updates that failed, one with a pod',
      aSession(updateFailed, session => ({
        ...session,
        image: image('gone'),
        revision: 3,
        revisions: [
          session.revisions[0],
          {
            ...session.revisions[1],
            image: image('crash'),
            digests: ['sha256:c'],
          },
          { ...session.revisions[1], number: 3, image: image('gone') },
        ],
      })),
      ['feature-x', 'gone'],
    ],
    [
      'the next update under way',
      aSession(updateFailed, but({ phase: 'updating' })),
      ['missing', undefined],
    ],
    [
      'what is over, as it would be started again',
      aSession(updateFailed, ended),
      ['missing', undefined],
    ],
  ])('%s', (_title, session, expected) => {
    expect(tags(session)).toEqual(expected);
  });
});

describe('servingLabel', () => {
  const digest = `sha256:${'a'.repeat(64)}`;
  it.each([
    [image('feature-x'), digest, 'feature-x · aaaaaaa'],
    [image('feature-x'), null, 'feature-x'],
    [`${REPOSITORY}@${digest}`, digest, 'sha256:aaaaaaa'],
    [`${REPOSITORY}:x@${digest}`, digest, 'x · aaaaaaa'],
  ])('of %s, run as %s', (given, run, label) => {
    expect(servingLabel({ image: given, digest: run, failed: null })).toBe(
      label,
    );
  });
});
