// SPDX-License-Identifier: Apache-2.0
import { aTarget, someOptions } from '../examples/options';
import { CHECKOUT, REPOSITORY } from '../examples/sessions';
import {
  type StartForm,
  endOfForm,
  formPart,
  formProblem,
  toStartRequest,
  ttlSeconds,
} from './startForm';

const context = {
  entityRef: CHECKOUT,
  target: aTarget(),
  limits: someOptions().limits,
};

const form: StartForm = {
  repository: REPOSITORY,
  imageText: 'feature-x',
  key: 'jana-x-k3v9q2',
  ttl: 8 * 3600,
  mode: 'steal',
  header: 'x-preview-key',
  pinned: false,
  replicas: '1',
  env: {},
  reason: '',
};

describe('formProblem', () => {
  it.each<[string, Partial<StartForm>, string | undefined]>([
    ['all well', {}, undefined],
    ['no image', { imageText: '' }, 'image-missing'],
    ['no image reference', { imageText: 'a b' }, 'image-invalid'],
    ['no key', { key: 'UPPER' }, 'key'],
    ['a key too long', { key: 'k'.repeat(41) }, 'key'],
    ['no duration', { ttl: 'soon' }, 'ttl'],
    ['nothing typed', { ttl: '' }, 'ttl'],
    ['zero', { ttl: '0m' }, 'ttl'],
    ['below the minimum', { ttl: '299s' }, 'ttl-range'],
    ['the minimum', { ttl: '5m' }, undefined],
    ['the maximum', { ttl: '3d' }, undefined],
    ['above the maximum', { ttl: '73h' }, 'ttl-range'],
    ['pinned, whatever the time', { ttl: '', pinned: true }, undefined],
    ['no copy', { replicas: '0' }, 'replicas'],
    ['half a copy', { replicas: '1.5' }, 'replicas'],
    ['too many copies', { replicas: '11' }, 'replicas'],
    ['copies not given', { replicas: '' }, 'replicas'],
  ])('%s', (_case, part, problem) => {
    expect(formProblem({ ...form, ...part }, context)?.is).toBe(problem);
  });
});

describe('toStartRequest', () => {
  it('names everything that was chosen', () => {
    expect(toStartRequest(form, context)).toEqual({
      entityRef: CHECKOUT,
      image: `${REPOSITORY}:feature-x`,
      key: 'jana-x-k3v9q2',
      target: 'deployment/checkout',
      cluster: 'staging',
      namespace: 'shop',
      ttl: 'PT28800S',
      traffic: {
        mode: 'steal',
        filter: {
          type: 'header',
          name: 'x-preview-key',
          value: 'jana-x-k3v9q2',
        },
      },
    });
  });

  it('sends copies, variables and no end only where asked for', () => {
    const request = toStartRequest(
      {
        ...form,
        pinned: true,
        replicas: '2',
        env: { LOG_LEVEL: 'debug', EMPTY: '' },
      },
      context,
    );
    expect(request).toMatchObject({
      pinned: true,
      replicas: 2,
      env: [{ name: 'LOG_LEVEL', value: 'debug' }],
    });
    expect(request).not.toHaveProperty('ttl');
  });

  it('sends no filter without traffic, and a reason only where given', () => {
    const request = toStartRequest(
      { ...form, mode: 'none', reason: ' demo ' },
      context,
    );
    expect(request.traffic).toEqual({ mode: 'none' });
    expect(request.reason).toBe('demo');
  });
});

describe('ttlSeconds', () => {
  it.each([
    [60, 60],
    ['90m', 5400],
    [' 2h ', 7200],
    ['PT1H', 3600],
    ['2', null],
    ['-1h', null],
  ])('%p', (ttl, seconds) => {
    expect(ttlSeconds(ttl)).toBe(seconds);
  });
});

describe('endOfForm', () => {
  it.each([
    [{ ttl: 60, pinned: false }, '1970-01-01T00:01:01.000Z'],
    [{ ttl: '2h', pinned: false }, '1970-01-01T02:00:01.000Z'],
    [{ ttl: '2h', pinned: true }, null],
  ])('%p', (given, end) => {
    expect(endOfForm(given, 1000)).toBe(end);
  });
});

describe('formPart', () => {
  it.each([
    ['image', 'image'],
    ['traffic.filter.value', 'traffic'],
    ['expiresAt', 'ttl'],
    ['namespace', 'target'],
    ['env[0]', 'env'],
    ['pinned', 'ttl'],
    ['labelMode', null],
    [null, null],
  ])('%p belongs to %p', (field, part) => {
    expect(formPart(field)).toBe(part);
  });
});
