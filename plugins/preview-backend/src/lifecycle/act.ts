// SPDX-License-Identifier: Apache-2.0
import {
  FAILURE_CODES,
  type FailureCode,
  isPreviewError,
} from '@preview-environments/backstage-plugin-preview-common';
import type {
  PreviewDriver,
  Problem,
  SessionIntent,
} from '@preview-environments/backstage-plugin-preview-node';
import { describeError } from '../redaction/describeError';
import type { Checkpoints } from './checkpoints';
import { type ClusterFacts, NOTHING_KNOWN } from './facts';
import { noAnswer } from './gather';
import type { LifecycleMeter } from './LifecycleMeter';
import type { Action } from './verdict';

const CAUSE_LENGTH = 300;

/** Where drivers come from, and the checkpoints that their calls pass. */
export interface Hands {
  /** May throw: the cluster is not configured any more. */
  driverFor: (cluster: string) => PreviewDriver;
  checkpoints: Checkpoints;
  meter: LifecycleMeter;
}

/**
 * Does one thing in the cluster and tells what is known of it afterwards.
 * Never throws: no answer is an answer as well.
 */
export async function act(
  action: Action,
  intent: SessionIntent,
  hands: Hands,
  before: ClusterFacts,
): Promise<ClusterFacts> {
  try {
    return await perform(action, intent, hands, before);
  } catch (error) {
    const answer = explain(error);
    const code = answer.refusal?.code ?? 'NoAnswer';
    hands.meter.failedCall(intent.cluster, code);
    return noAnswer(answer);
  }
}

async function perform(
  action: Action,
  intent: SessionIntent,
  { driverFor, checkpoints }: Hands,
  before: ClusterFacts,
): Promise<ClusterFacts> {
  const driver = driverFor(intent.cluster);
  switch (action) {
    case 'observe':
      return {
        ...NOTHING_KNOWN,
        source: 'observe',
        observed: await checkpoints.around('driver.observe', () =>
          driver.observe(intent),
        ),
      };
    case 'apply':
      return {
        ...NOTHING_KNOWN,
        source: 'apply',
        observed: await checkpoints.around('driver.apply', () =>
          driver.apply(intent),
        ),
      };
    case 'remove':
      return {
        ...before,
        cause: null,
        refusal: null,
        removed: await checkpoints.around('driver.remove', () =>
          driver.remove(intent),
        ),
      };
    case 'detach':
      await checkpoints.around('driver.detach', () =>
        driver.remove(intent, { keepPods: true }),
      );
      return { ...before, cause: null, refusal: null, detached: true };
    case 'verify':
    default: {
      const verification = await checkpoints.around('driver.verify', () =>
        driver.verify(intent),
      );
      if (verification.state !== 'leak') {
        return { ...before, verification };
      }
      // At once, before anything is written down: requests are going astray.
      await checkpoints.around('driver.detach', () =>
        driver.remove(intent, { keepPods: true }),
      );
      return { ...before, verification, detached: true };
    }
  }
}

function explain(error: unknown): Pick<ClusterFacts, 'refusal' | 'cause'> {
  if (isPreviewError(error) && !error.retryable) {
    const refusal: Problem = {
      code: isFailureCode(error.code) ? error.code : 'TargetUnsupported',
      message: error.message,
      hint: error.hint,
      evidence: [],
      fatal: true,
    };
    return { refusal, cause: null };
  }
  const text = describeError(error);
  return { refusal: null, cause: text.slice(0, CAUSE_LENGTH) };
}

function isFailureCode(code: string): code is FailureCode {
  return FAILURE_CODES.some(each => each === code);
}
