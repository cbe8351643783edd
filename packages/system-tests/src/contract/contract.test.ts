// SPDX-License-Identifier: Apache-2.0
import { AdmissionPolicy } from '../admission/AdmissionPolicy';
import { demoServer } from '../fixtures/demoServer';
import { realServer } from '../fixtures/realServer';
import type { TestServer } from '../fixtures/TestServer';
import { APPLIED } from '../fixtures/applied';
import { World } from '../fixtures/World';
import { CASES } from './cases';
import leftOut from './left-out-1.20.json';

jest.setTimeout(120_000);

function contract(start: () => Promise<TestServer>) {
  let server: TestServer;
  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server?.stop());

  const skipped: { case: string; needs: string[] }[] = [];
  it.each(CASES.map(each => [each.name, each] as const))(
    '%s',
    async (name, { needs, run, options }) => {
      const missing = needs.filter(need => !server.features.has(need));
      if (missing.length) {
        skipped.push({ case: name, needs: missing });
        return;
      }
      const world = await World.create(server, options);
      try {
        await run(world);
      } finally {
        await world.destroy();
      }
    },
  );

  return () => ({ skipped, server });
}

/** Judged as the policy that we ship would judge it. */
function expectLetIn() {
  const policy = new AdmissionPolicy();
  const refused = APPLIED.flatMap(object =>
    policy
      .refusals({ object, dryRun: object.kind === 'Pod' })
      .map(message => `${object.kind} ${object.metadata.name}: ${message}`),
  );
  expect(APPLIED.length).toBeGreaterThan(100);
  expect(refused).toEqual([]);
}

describe('the driver on the demo cluster', () => {
  const outcome = contract(demoServer);

  it('leaves nothing out', () => {
    expect(outcome().skipped).toEqual([]);
  });

  it('writes nothing that the shipped admission policy refuses', expectLetIn);
});

describe('the driver on a real API server', () => {
  const file = process.env.PREVIEW_TEST_KUBECONFIG;
  if (!file) {
    it.todo('needs PREVIEW_TEST_KUBECONFIG');
    return;
  }
  const outcome = contract(() => realServer(file));

  it('leaves out only what the list says, each with its reason', () => {
    const expected = leftOut.map(({ case: name, needs }) => ({
      case: name,
      needs,
    }));
    expect(outcome().skipped).toEqual(expected);
    expect(leftOut.every(({ reason }) => reason.length > 0)).toBe(true);
  });
});
