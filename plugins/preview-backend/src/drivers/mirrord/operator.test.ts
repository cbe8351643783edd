// SPDX-License-Identifier: Apache-2.0
import { hasField, operatorFacts, operatorRefusal } from './operator';
import { anOperator, NOW } from './testUtils/objects';

type Spec = Parameters<typeof anOperator>[0];
const facts = (spec: Spec = {}) => operatorFacts(anOperator(spec));

describe('operatorRefusal', () => {
  it.each<[string, Spec, RegExp]>([
    [
      'its licence has expired',
      { license: { expire_at: '2026-11-20' } },
      /expired on 2026-11-20/,
    ],
    [
      'its licence expires now',
      { license: { expire_at: new Date(NOW).toISOString() } },
      /expired on 2026-11-21/,
    ],
    [
      'previews are off',
      { supported_features: ['LabelTargeting'] },
      /switched off .*3\.196\.0/,
    ],
    [
      'it tells no features',
      { supported_features: undefined, operator_version: undefined },
      /version unknown/,
    ],
    [
      'it manages other clusters',
      { operator_namespace: 'mirrord' },
      /only manages other clusters/,
    ],
  ])('says that %s', (_, spec, words) => {
    const refusal = operatorRefusal(facts(spec), NOW);
    expect(refusal?.code).toBe('OperatorUnavailable');
    expect(refusal?.message).toMatch(words);
  });

  it('says that there is none', () => {
    expect(operatorRefusal(null, NOW)?.message).toMatch(/No mirrord operator/);
  });

  it.each<[string, Spec]>([
    ['as it should be', {}],
    [
      'with features that we do not know',
      { supported_features: ['PreviewEnv', 'New'] },
    ],
    ['without a licence that ends', { license: undefined }],
  ])('takes one %s', (_, spec) => {
    expect(operatorRefusal(facts(spec), NOW)).toBeNull();
  });
});

describe('hasField', () => {
  it.each([
    ['3.166.0', true],
    ['3.166', true],
    ['3.165.9', false],
    ['3.1000.0', true],
    ['4.0.0', true],
    ['2.999.0', false],
    ['', false],
    ['3.167.0-rc.1', true],
  ])('of an operator %j', (operator_version, known) => {
    expect(hasField(facts({ operator_version }), 'replicas')).toBe(known);
  });
});
