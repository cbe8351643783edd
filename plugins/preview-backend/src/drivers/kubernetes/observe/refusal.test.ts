// SPDX-License-Identifier: Apache-2.0
import { CODES } from '@preview-environments/backstage-plugin-preview-common';
import { KubeError } from '../cluster/KubeError';
import { aRoot } from '../testUtils/objects';
import { judgeBackstop } from './backstop';
import { inOneText, refusalOf } from './refusal';

const refused = (code: number, message: string) =>
  refusalOf(new KubeError('apply jobs', { code, message }))?.code ?? null;

describe('refusalOf', () => {
  it.each([
    [
      403,
      'jobs.batch is forbidden: User "a" cannot patch resource "jobs" in API group "batch"',
      'Forbidden',
    ],
    [401, 'Unauthorized', 'Forbidden'],
    [
      403,
      'jobs.batch "a" is forbidden: exceeded quota: jobs, requested: count/jobs.batch=1',
      'QuotaExceeded',
    ],
    [
      403,
      'pods "a" is forbidden: violates PodSecurity "baseline:latest": hostPort',
      'AdmissionRefused',
    ],
    [
      403,
      'pods "a" is forbidden: maximum cpu usage per Container is 1, but limit is 2',
      'AdmissionRefused',
    ],
    [
      422,
      "ValidatingAdmissionPolicy 'p' with binding 'b' denied request: no",
      'AdmissionRefused',
    ],
    [
      400,
      'admission webhook "v.example.com" denied the request: no',
      'AdmissionRefused',
    ],
    [
      422,
      'Service "a" is invalid: spec.ports: Required value',
      'AdmissionRefused',
    ],
    [422, 'field is immutable', 'AdmissionRefused'],
  ])('%d %s is %s', (code, message, expected) => {
    expect(refused(code, message)).toBe(expected);
  });

  it.each([
    [409, 'the object has been modified'],
    [
      409,
      'uid mismatch: the provided object specified uid a, and no existing object was found',
    ],
    [429, 'too many requests'],
    [500, 'etcdserver: request timed out'],
    [503, 'service unavailable'],
    [
      403,
      'unable to create new content in namespace a because namespace a is being terminated',
    ],
  ])('%d %s may pass when it is tried again', (code, message) => {
    expect(refused(code, message)).toBeNull();
  });

  it('says it in plain words, and keeps those of the API server', () => {
    const text =
      'services "a" is forbidden: User "u" cannot patch resource "services" in API group "" in the namespace "shop"';
    const found = refusalOf(
      new KubeError('apply services', { code: 403, message: text }),
    )!;
    expect(found).toMatchObject({
      message: expect.stringMatching(/namespace shop: .* to patch services\.$/),
      evidence: [{ kind: 'status', text }],
    });
    expect(inOneText(found)).toBe(found.message);
  });

  it('leaves words that only the API server has where evidence is not shown', () => {
    const message = 'admission webhook "v" denied the request: no';
    const found = refusalOf(new KubeError('x', { code: 400, message }))!;
    expect(found.message).toBe(CODES.AdmissionRefused.message);
    expect(inOneText(found)).toBe(`${found.message} ${message}`);
  });

  it('leaves everything that is no answer alone', () => {
    expect(refusalOf(new Error('ECONNREFUSED'))).toBeNull();
  });
});

describe('judgeBackstop', () => {
  it.each([
    [
      'set',
      aRoot({ startTime: 1_000, activeDeadlineSeconds: 60 }),
      0,
      { at: 61_000, state: 'set' },
    ],
    [
      'not started yet',
      aRoot({ startTime: null }),
      29_999,
      { at: null, state: 'pending' },
    ],
    [
      'never started',
      aRoot({ startTime: null }),
      30_000,
      { at: null, state: 'unavailable' },
    ],
    [
      'suspended by a queue',
      aRoot({ suspended: true }),
      0,
      { at: null, state: 'unavailable' },
    ],
  ])('%s', (_, root, now, expected) => {
    expect(judgeBackstop(root, now)).toEqual(expected);
  });
});
