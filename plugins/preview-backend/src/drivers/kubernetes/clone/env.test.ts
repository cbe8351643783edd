// SPDX-License-Identifier: Apache-2.0
import { mergeAttributes, overrideEnv, previewEnv } from './env';

describe('previewEnv', () => {
  it('adds the key and marks the telemetry', () => {
    expect(previewEnv([{ name: 'A', value: '1' }], 'pr-1').env).toEqual([
      { name: 'A', value: '1' },
      { name: 'PREVIEW_KEY', value: 'pr-1' },
      {
        name: 'OTEL_RESOURCE_ATTRIBUTES',
        value: 'deployment.environment.name=preview,preview.key=pr-1',
      },
    ]);
  });

  it('merges into the attributes that are there, in their place', () => {
    const { env } = previewEnv(
      [
        {
          name: 'OTEL_RESOURCE_ATTRIBUTES',
          value: 'service.name=checkout,deployment.environment.name=production',
        },
        { name: 'B', value: '$(OTEL_RESOURCE_ATTRIBUTES)' },
      ],
      'pr-1',
    );
    expect(env[0].value).toBe(
      'service.name=checkout,deployment.environment.name=preview,preview.key=pr-1',
    );
    expect(env[1].name).toBe('B');
  });

  it('leaves attributes alone that come from elsewhere, and says so', () => {
    const present = {
      name: 'OTEL_RESOURCE_ATTRIBUTES',
      valueFrom: { configMapKeyRef: { name: 'otel', key: 'attributes' } },
    };
    const { env, differences } = previewEnv([present], 'pr-1');
    expect(env[0]).toBe(present);
    expect(differences).toHaveLength(1);
  });
});

describe('mergeAttributes', () => {
  it.each([
    ['', { a: '1' }, 'a=1'],
    ['b=2', { a: '1' }, 'b=2,a=1'],
    ['a=0, b=2', { a: '1' }, 'b=2,a=1'],
    ['b=$(POD_NAME),', { a: '1' }, 'b=$(POD_NAME),a=1'],
  ])('%p with %p is %p', (text, set, merged) => {
    expect(mergeAttributes(text, set as Record<string, string>)).toBe(merged);
  });
});

describe('overrideEnv', () => {
  it('lets the user win over the workload, and the workload over its own', () => {
    const { env, differences } = overrideEnv(
      [{ name: 'CONSUMERS', value: 'on' }],
      { CONSUMERS: 'off', MODE: 'preview' },
      [
        { name: 'MODE', value: 'mine' },
        { name: 'TOKEN', secretKeyRef: { name: 's', key: 'k' } },
      ],
    );
    expect(env).toEqual([
      { name: 'CONSUMERS', value: 'off' },
      { name: 'MODE', value: 'mine' },
      {
        name: 'TOKEN',
        valueFrom: { secretKeyRef: { name: 's', key: 'k' } },
      },
    ]);
    expect(differences.map(({ what, action }) => [what, action])).toEqual([
      ['variable CONSUMERS', 'replaced'],
      ['variable MODE', 'added'],
      ['variable MODE', 'added'],
      ['variable TOKEN', 'added'],
    ]);
  });
});
