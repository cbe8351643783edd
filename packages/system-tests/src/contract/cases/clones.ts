// SPDX-License-Identifier: Apache-2.0
import {
  aBudget,
  aDeployment,
  aService,
  aStatefulSet,
  withAnnotations,
  withContainer,
  withPodSpec,
} from '../../fixtures/manifests';
import { PODS, REPLICA_SETS } from '../../fixtures/product';
import { aTarget, available, started } from '../../fixtures/sessions';
import { until } from '../../fixtures/until';
import type { ContractCase } from '../ContractCase';

const pods = (world: Parameters<ContractCase['run']>[0]) =>
  until(
    'its pod',
    () => world.ours(PODS),
    found => found.length > 0,
  );

export const CLONES: ContractCase[] = [
  {
    name: 'clones a StatefulSet with an empty volume for each claim',
    needs: [],
    async run(world) {
      await world.create(aStatefulSet());
      const intent = await started(world, {
        target: { kind: 'statefulset', name: 'checkout' },
        traffic: { mode: 'none', filter: null },
      });
      const [pod] = await pods(world);
      expect(pod.spec.volumes).toContainEqual({ name: 'data', emptyDir: {} });
      const { differences } = await world.driver.observe(intent);
      expect(differences).toContainEqual(
        expect.objectContaining({ what: 'volume data', action: 'replaced' }),
      );
    },
  },
  {
    name: 'keeps sidecars, init containers, probes, volumes and several ports',
    needs: [],
    async run(world) {
      const probe = { httpGet: { path: '/healthz', port: 'http' } };
      await world.create({
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'settings' },
      });
      await world.create(
        aDeployment(
          withPodSpec({
            initContainers: [
              { name: 'wait', image: 'shop/wait:1' },
              { name: 'migrate', image: 'shop/checkout:1.0.0' },
            ],
            volumes: [
              { name: 'settings', configMap: { name: 'settings' } },
              { name: 'cache', persistentVolumeClaim: { claimName: 'cache' } },
            ],
          }),
          withContainer({
            readinessProbe: probe,
            env: [{ name: 'CONSUMERS', value: 'on' }],
            volumeMounts: [{ name: 'cache', mountPath: '/cache' }],
          }),
          object =>
            object.spec.template.spec.containers.push({
              name: 'metrics',
              image: 'shop/metrics:1',
              ports: [{ name: 'metrics', containerPort: 9090 }],
            }),
          withAnnotations({
            'preview-environments.io/env': '{"CONSUMERS":"off"}',
            'preview-environments.io/skip-init-containers': 'migrate',
          }),
        ),
      );
      await world.create(
        aService(object =>
          object.spec.ports.push({
            name: 'metrics',
            port: 9090,
            targetPort: 'metrics',
          }),
        ),
      );
      const intent = await started(world, {
        traffic: { mode: 'none', filter: null },
      });
      await available(world, intent);
      const [pod] = await pods(world);
      const [main, metrics] = pod.spec.containers;
      expect(pod.spec.initContainers.map(({ name }: any) => name)).toEqual([
        'wait',
      ]);
      expect(main).toMatchObject({
        image: 'shop/checkout:feature-x',
        readinessProbe: probe,
      });
      expect(main.env).toContainEqual({ name: 'CONSUMERS', value: 'off' });
      expect(main.env).toContainEqual({ name: 'PREVIEW_KEY', value: 'pr-1' });
      expect(metrics.image).toBe('shop/metrics:1');
      expect(pod.spec.volumes).toContainEqual({ name: 'cache', emptyDir: {} });
      const { access } = await world.driver.observe(intent);
      expect(access).toMatchObject({
        url: null,
        portForward: expect.stringContaining('kubectl port-forward'),
        reason: expect.any(String),
      });
    },
  },
  {
    name: 'keeps native sidecars',
    needs: ['native-sidecars'],
    async run(world) {
      await world.create(
        aDeployment(
          withPodSpec({
            initContainers: [
              { name: 'mesh', image: 'shop/mesh:1', restartPolicy: 'Always' },
            ],
          }),
        ),
      );
      await started(world, { traffic: { mode: 'none', filter: null } });
      const [pod] = await pods(world);
      expect(pod.spec.initContainers[0].restartPolicy).toBe('Always');
    },
  },
  {
    name: 'drops labels until nothing of the namespace selects the pod',
    needs: [],
    async run(world) {
      await aTarget(world);
      await world.create(
        aService(object => {
          object.metadata.name = 'web';
          object.spec.selector = { tier: 'web' };
        }),
      );
      await until('the driver knowing it', async () =>
        (
          await world.driver.preflight(world.intent())
        ).differences.some(({ what }) => what === 'label tier'),
      );
      await started(world);
      const [pod] = await pods(world);
      expect(Object.keys(pod.metadata.labels).sort()).toEqual([
        'app.kubernetes.io/managed-by',
        'preview-environments.io/key',
        'preview-environments.io/revision',
        'preview-environments.io/session',
      ]);
    },
  },
  {
    name: 'refuses where a disruption budget selects every pod',
    needs: ['policy/v1'],
    async run(world) {
      await aTarget(world);
      await world.create(
        aBudget(object => {
          object.spec.selector = {};
        }),
      );
      const { checks } = await until(
        'the check that fails',
        () => world.driver.preflight(world.intent()),
        report =>
          report.checks.some(({ code }) => code === 'TargetUnsupported'),
      );
      expect(checks.find(({ code }) => code)?.message).toContain(
        'PodDisruptionBudget checkout',
      );
      const { problem } = await world.driver.apply(world.intent());
      expect(problem?.code).toBe('TargetUnsupported');
      expect(await world.ours(REPLICA_SETS)).toEqual([]);
    },
  },
];
