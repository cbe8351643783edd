// SPDX-License-Identifier: Apache-2.0
import { report } from './evaluate';
import type { Rule } from './Rule';
import { EARLY_RULES, QUOTA_RULES, TARGET_RULES } from './rules';

const rule = (name: string, isAgainst: boolean): Rule<object> => ({
  name,
  setting: 'preview.freeze',
  passes: `The ${name} is fine.`,
  check: () => (isAgainst ? { code: 'Frozen' } : null),
});

describe('what a preflight reads of rules', () => {
  it('says of each what was looked at, or what is wrong', () => {
    expect(report([rule('one', false), rule('other', true)], {})).toMatchObject(
      [
        { name: 'one', status: 'passed', message: 'The one is fine.' },
        { name: 'other', status: 'failed', code: 'Frozen' },
      ],
    );
  });

  it('has a sentence of its own for each', () => {
    const rules = [...EARLY_RULES, ...TARGET_RULES, ...QUOTA_RULES];
    const sentences = rules.map(({ passes }) => passes);
    expect(new Set(sentences).size).toBe(rules.length);
    expect(sentences).toEqual(
      sentences.map(() => expect.stringMatching(/^[A-Z].{10,80}\.$/)),
    );
  });
});
