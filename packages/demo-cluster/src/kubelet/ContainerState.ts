// SPDX-License-Identifier: Apache-2.0
import { randomness } from '../random';
import { Json } from '../objects';
import { canonicalImage, imageId } from './image';
import { ContainerProcess } from './ContainerProcess';

/** What the node knows of one container. */
export class ContainerState {
  state: Json = { waiting: { reason: 'ContainerCreating' } };
  lastState: Json = {};
  ready = false;
  started = false;
  restartCount = 0;
  pulled = false;
  containerId?: string;
  process?: ContainerProcess;
  previous?: ContainerProcess;

  constructor(readonly spec: Json) {}

  get isRunning(): boolean {
    return this.state.running !== undefined;
  }

  get exitCode(): number | undefined {
    return this.state.terminated?.exitCode;
  }

  waiting(reason: string, message?: string): void {
    if (this.state.terminated)
      this.lastState = { terminated: this.state.terminated };
    this.state = { waiting: { reason, ...(message && { message }) } };
    this.ready = false;
    this.started = false;
  }

  running(now: string): void {
    this.containerId = `containerd://${randomness
      .uid()
      .replace(/-/g, '')
      .repeat(2)}`;
    if (this.state.terminated)
      this.lastState = { terminated: this.state.terminated };
    this.state = { running: { startedAt: now } };
    this.started = true;
  }

  terminated(now: string, exitCode: number, reason: string): void {
    const startedAt = this.state.running?.startedAt ?? now;
    this.state = {
      terminated: {
        exitCode,
        reason,
        startedAt,
        finishedAt: now,
        containerID: this.containerId,
      },
    };
    this.ready = false;
    this.started = false;
  }

  /** As it stands in `containerStatuses`. */
  toStatus(): Json {
    const { name, image } = this.spec;
    return {
      name,
      state: this.state,
      lastState: this.lastState,
      ready: this.ready,
      restartCount: this.restartCount,
      image: this.pulled ? canonicalImage(image) : image,
      imageID: this.pulled ? imageId(image) : '',
      ...(this.containerId && { containerID: this.containerId }),
      started: this.started,
    };
  }
}
