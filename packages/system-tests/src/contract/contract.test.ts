// SPDX-License-Identifier: Apache-2.0
import { AdmissionPolicy } from '../admission/AdmissionPolicy';
import { APPLIED } from '../fixtures/applied';
import { demoServer } from '../fixtures/demoServer';
import { contract } from './contract';

jest.setTimeout(120_000);

describe('the driver on the demo cluster', () => {
  const outcome = contract(demoServer);

  it('leaves nothing out', () => {
    expect(outcome.skipped).toEqual([]);
  });

  it('writes nothing that the shipped admission policy refuses', () => {
    const policy = new AdmissionPolicy();
    const refused = APPLIED.flatMap(object =>
      policy
        .refusals({ object, dryRun: object.kind === 'Pod' })
        .map(message => `${object.kind} ${object.metadata.name}: ${message}`),
    );
    expect(APPLIED.length).toBeGreaterThan(100);
    expect(refused).toEqual([]);
  });
});
