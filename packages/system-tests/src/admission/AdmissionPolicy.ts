// SPDX-License-Identifier: Apache-2.0
import { Environment } from '@marcbachmann/cel-js';
import { shipped } from '../fixtures/deployed';
import type { KubeObject } from '../fixtures/product';

interface PolicySpec {
  matchConditions: { name: string; expression: string }[];
  variables: { name: string; expression: string }[];
  validations: { expression: string; message: string }[];
}

export interface AdmissionRequest {
  object: KubeObject | null;
  oldObject?: KubeObject | null;
  dryRun?: boolean;
  username?: string;
}

const PORTAL = 'system:serviceaccount:preview-system:preview-portal';

/**
 * The policy that we ship, evaluated as an API server would: conditions,
 * then variables in their order, then every validation.
 */
export class AdmissionPolicy {
  private readonly environment = new Environment()
    .registerVariable('object', 'dyn')
    .registerVariable('oldObject', 'dyn')
    .registerVariable('request', 'dyn')
    .registerVariable('variables', 'dyn');
  private readonly spec: PolicySpec;

  constructor() {
    const [policy] = shipped('admission/validating-admission-policy.yaml');
    this.spec = policy.spec as PolicySpec;
  }

  messages(): string[] {
    return this.spec.validations.map(({ message }) => message);
  }

  /** Messages of what it refuses; empty = let in. */
  refusals(request: AdmissionRequest): string[] {
    const { object, oldObject = null, dryRun, username = PORTAL } = request;
    const variables: Record<string, unknown> = {};
    const context = {
      object,
      oldObject,
      request: {
        userInfo: { username },
        ...(dryRun === undefined ? {} : { dryRun }),
      },
      variables,
    };
    const evaluate = (expression: string) =>
      this.environment.evaluate(expression, context);
    const concerned = this.spec.matchConditions.every(
      ({ expression }) => evaluate(expression) === true,
    );
    if (!concerned) {
      return [];
    }
    for (const { name, expression } of this.spec.variables) {
      variables[name] = evaluate(expression);
    }
    return this.spec.validations
      .filter(({ expression }) => evaluate(expression) !== true)
      .map(({ message }) => message);
  }
}
