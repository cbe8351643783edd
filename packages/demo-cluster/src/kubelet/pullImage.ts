// SPDX-License-Identifier: Apache-2.0
import { ContainerState } from './ContainerState';
import { behaviourOf, canonicalImage } from './image';
import { DURATIONS, backOff } from './Pace';
import type { NodeServices, PodWorker } from './PodWorker';

/** Has the image on the node, however long it takes. False when the pod stops meanwhile. */
export async function pullImage(
  node: NodeServices,
  worker: PodWorker,
  container: ContainerState,
): Promise<boolean> {
  const { image, name, imagePullPolicy } = container.spec;
  const say = (type: 'Normal' | 'Warning', reason: string, message: string) =>
    worker.event(name, { type, reason, message });
  if (node.images.has(image) && imagePullPolicy !== 'Always') {
    say(
      'Normal',
      'Pulled',
      `Container image "${image}" already present on machine and can be accessed by the pod`,
    );
    container.pulled = true;
    return true;
  }
  const behaviour = behaviourOf(image);
  for (let attempt = 0; ; attempt += 1) {
    say('Normal', 'Pulling', `Pulling image "${image}"`);
    const begun = node.pace.clock.now();
    if (
      !(await worker.waiter.wait(
        behaviour === 'slow' ? DURATIONS.slowPull : DURATIONS.pull,
      ))
    )
      return false;
    if (behaviour !== 'missing') {
      const ms = node.pace.clock.now() - begun;
      const took = ms < 1000 ? `${ms}ms` : `${ms / 1000}s`;
      say(
        'Normal',
        'Pulled',
        `Successfully pulled image "${image}" in ${took} (${took} including waiting). Image size: 7340032 bytes.`,
      );
      node.images.add(image);
      container.pulled = true;
      return true;
    }
    const reference = canonicalImage(image);
    const problem = `rpc error: code = NotFound desc = failed to pull and unpack image "${reference}": failed to resolve reference "${reference}": ${reference}: not found`;
    say('Warning', 'Failed', `Failed to pull image "${image}": ${problem}`);
    say('Warning', 'Failed', 'Error: ErrImagePull');
    container.waiting('ErrImagePull', problem);
    worker.publish();
    if (!(await worker.waiter.wait(DURATIONS.pullRetry))) return false;
    say('Normal', 'BackOff', `Back-off pulling image "${image}"`);
    say('Warning', 'Failed', 'Error: ImagePullBackOff');
    container.waiting(
      'ImagePullBackOff',
      `Back-off pulling image "${image}": ErrImagePull: ${problem}`,
    );
    worker.publish();
    if (!(await worker.waiter.wait(backOff(attempt)))) return false;
  }
}
