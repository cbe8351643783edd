// SPDX-License-Identifier: Apache-2.0
import { KubeConfig } from '@kubernetes/client-node';
import { Clock } from '../gateway/clock';
import { Agents } from '../gateway/Controller';
import { Backoff } from '../gateway/watch/backoff';
import { Operator } from './Operator';

/** What it says of itself: as new as the newest field that it knows. */
const self = {
  apiVersion: 'operator.metalbear.co/v1',
  kind: 'MirrordOperator',
  metadata: { name: 'operator' },
  spec: {
    operator_version: '3.196.0',
    supported_features: ['PreviewEnv'],
    license: { name: 'demo', expire_at: '2100-01-01' },
  },
};

export interface OperatorOptions {
  /** The cluster, as an account with `operatorRules`. */
  kubeConfig: KubeConfig;
  clock: Clock;
}

export interface RunningOperator {
  /** Hand them to the gateway. */
  agents: Agents;
  stop(): void;
}

/**
 * Starts an operator that does to PreviewSessions what the mirrord operator does, as far as the
 * demo shows it. A cluster that is away, or does not define them yet, is tried again.
 */
export function startOperator({
  kubeConfig,
  clock,
}: OperatorOptions): RunningOperator {
  const operator = new Operator(kubeConfig, clock);
  const backoff = new Backoff(clock);
  let stopped = false;
  const announce = async () => {
    while (!stopped) {
      try {
        await operator.hands.announce(self);
        return;
      } catch {
        await backoff.pause();
      }
    }
  };
  void announce();
  operator.start();
  return {
    agents: operator,
    stop() {
      stopped = true;
      backoff.stop();
      operator.stop();
    },
  };
}
