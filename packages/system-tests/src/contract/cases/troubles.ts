// SPDX-License-Identifier: Apache-2.0
import { failing, FAILURES } from '../../fixtures/failures';
import {
  KubeError,
  PODS,
  RESOURCE_QUOTAS,
  SERVICES,
} from '../../fixtures/product';
import { aTarget, everythingOfOurs, started } from '../../fixtures/sessions';
import { until } from '../../fixtures/until';
import type { ContractCase } from '../ContractCase';

const none = { mode: 'none', filter: null } as const;

export const TROUBLES: ContractCase[] = [
  ...FAILURES.map(
    ({ tag, code, evidence }): ContractCase => ({
      name: `explains ${code} with the words of the cluster`,
      needs: [],
      async run(world) {
        await aTarget(world);
        const intent = await started(world, {
          traffic: none,
          revisions: [{ number: 1, image: `shop/checkout:${tag}` }],
        });
        await failing(world, tag);
        const { revisions } = await until(
          'a problem',
          () => world.driver.observe(intent),
          seen => seen.revisions[0].problem?.code === code,
        );
        expect(revisions[0]).toMatchObject({
          available: false,
          problem: {
            code,
            message: expect.stringMatching(/\.$/),
            hint: expect.any(String),
          },
        });
        expect(
          revisions[0].problem!.evidence.map(({ text }) => text).join('\n'),
        ).toMatch(evidence);
      },
    }),
  ),
  {
    name: 'explains a quota, before and after the start',
    needs: [],
    async run(world) {
      await aTarget(world);
      await until(
        'two pods',
        () => world.list(PODS),
        pods => pods.length === 2,
      );
      await world.create({
        apiVersion: 'v1',
        kind: 'ResourceQuota',
        metadata: { name: 'pods' },
        spec: { hard: { pods: '2' } },
      });
      // The count of a quota is known before admission goes by it.
      const { update } = await until(
        'both checks that fail',
        () => world.driver.preflight(world.intent()),
        ({ checks }) =>
          ['pod', 'quota'].join() ===
          checks
            .filter(({ code }) => code === 'QuotaExceeded')
            .map(({ name }) => name)
            .join(),
      );
      expect(update).toBe('recreate');
      const intent = await started(world, { traffic: none });
      const { revisions } = await until(
        'a problem',
        () => world.driver.observe(intent),
        seen => (seen.revisions[0].problem?.evidence.length ?? 0) > 1,
      );
      expect(revisions[0].problem).toMatchObject({
        code: 'QuotaExceeded',
        fatal: true,
        evidence: [
          {
            kind: 'condition',
            text: expect.stringContaining('exceeded quota: pods'),
          },
          { kind: 'event', text: expect.stringContaining('FailedCreate') },
        ],
      });
    },
  },
  {
    name: 'says whether two pods have room, one has, or none',
    needs: [],
    async run(world) {
      await aTarget(world);
      await until(
        'two pods',
        () => world.list(PODS),
        pods => pods.length === 2,
      );
      await world.create({
        apiVersion: 'v1',
        kind: 'ResourceQuota',
        metadata: { name: 'pods' },
        spec: { hard: { pods: '4' } },
      });
      const report = (update: string) =>
        until(
          update,
          () => world.driver.preflight(world.intent()),
          seen => seen.update === update,
        );
      await report('surge');
      await world.deeds.change(RESOURCE_QUOTAS, 'pods', object => {
        object.spec.hard.pods = '3';
      });
      const { checks } = await report('recreate');
      expect(checks.filter(({ code }) => code)).toEqual([]);
    },
  },
  {
    name: 'explains a missing right, before and after the start',
    needs: [],
    async run(world) {
      await aTarget(world);
      await world.forbid('services', 'patch');
      const forbidden = await until(
        'the check that fails',
        () => world.driver.preflight(world.intent()),
        report => report.checks.some(({ code }) => code === 'Forbidden'),
      );
      expect(
        forbidden.checks.filter(({ code }) => code).map(({ name }) => name),
      ).toEqual(['service']);
      const { problem } = await world.driver.apply(world.intent());
      expect(problem).toMatchObject({
        code: 'Forbidden',
        fatal: true,
        evidence: [{ text: expect.stringContaining('services') }],
      });
      expect(await world.ours(SERVICES)).toEqual([]);
    },
  },
  {
    name: 'a preflight finds nothing wrong, and writes nothing',
    needs: [],
    async run(world) {
      await aTarget(world);
      const report = await world.driver.preflight(world.intent());
      expect(report.checks.filter(({ status }) => status !== 'passed')).toEqual(
        [],
      );
      expect(report.update).toBe('surge');
      expect(await everythingOfOurs(world)).toEqual([]);
    },
  },
  {
    name: 'a preflight of an update judges what the update would write',
    needs: [],
    async run(world) {
      await aTarget(world);
      const intent = await started(world);
      const before = await everythingOfOurs(world);
      const report = await world.driver.preflight({
        ...intent,
        revisions: [{ number: 2, image: 'shop/checkout:feature-y' }],
      });
      expect(report.checks.filter(({ status }) => status !== 'passed')).toEqual(
        [],
      );
      const names = (objects: any[]) =>
        objects.map(({ metadata }) => metadata.name);
      expect(names(await everythingOfOurs(world))).toEqual(names(before));
    },
  },
  {
    name: 'unknown fields are refused, not dropped',
    needs: ['strict-validation'],
    async run(world) {
      const wrong = world.admin.apply(SERVICES, {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'a', namespace: world.namespace },
        spec: { ports: [{ port: 80, protocol: 'TCP' }], selectr: {} },
      });
      await expect(wrong).rejects.toBeInstanceOf(KubeError);
      await expect(wrong).rejects.toMatchObject({
        status: { message: expect.stringContaining('selectr') },
      });
    },
  },
];
