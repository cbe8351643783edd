// SPDX-License-Identifier: Apache-2.0
import {
  type DriverCapabilities,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import type {
  DriverChange,
  DriverLogOptions,
  DriverPreflight,
  FoundSession,
  Observation,
  PreflightTarget,
  PreviewDriver,
  SessionIdentity,
  SessionIntent,
  TargetFacts,
} from '@preview-environments/backstage-plugin-preview-node';
import type { Clock } from '../lifecycle/clock';
import {
  change,
  type MemoryObject,
  type MemoryWorld,
  removeRoot,
  settle,
  type WorldStore,
} from './memoryCluster';
import { memoryObserve } from './memoryObserve';

type Listener = (change: DriverChange) => void;

/**
 * A whole driver over a world of plain data. Every object is written by a
 * write of its own, so that a process that dies in between leaves half of
 * them, as with a real cluster.
 */
export class MemoryDriver implements PreviewDriver {
  readonly type = 'memory';
  private readonly listeners = new Set<Listener>();

  constructor(
    readonly world: WorldStore,
    private readonly clock: Pick<Clock, 'now'>,
    /** Called before and after every write, for tests that break off there. */
    private readonly onWrite: (name: string) => Promise<void> = async () => {},
  ) {}

  /** Open watches, for leak checks. */
  get watching(): number {
    return this.listeners.size;
  }

  /** Changes the world as somebody outside would, and tells the watches. */
  outside(
    edit: (world: MemoryWorld) => void,
    told: Pick<DriverChange, 'sessionId'> = { sessionId: null },
  ): void {
    change(this.world, edit);
    for (const listener of this.listeners) {
      listener({ cluster: 'demo', namespace: 'shop', ...told });
    }
  }

  async capabilities(): Promise<DriverCapabilities> {
    return {
      steal: true,
      mirror: false,
      unfilteredMirror: false,
      inPlaceUpdate: true,
      extend: true,
      clusterDeadline: true,
      replicas: true,
      verify: true,
      dbBranch: false,
      queueSplit: false,
      share: false,
      labelModes: ['isolated'],
      filters: ['header'],
      inputs: [],
      reasons: {},
    };
  }

  async resolve(_target: PreflightTarget): Promise<TargetFacts> {
    throw previewError('FeatureUnsupported');
  }

  async preflight(_intent: SessionIntent): Promise<DriverPreflight> {
    throw previewError('FeatureUnsupported');
  }

  async logs(
    { sessionId, key }: SessionIdentity,
    _options: DriverLogOptions,
  ): Promise<AsyncIterable<Uint8Array>> {
    const pods = this.current().objects.some(
      each => each.kind === 'pods' && each.sessionId === sessionId,
    );
    async function* lines() {
      yield Buffer.from(pods ? `${key} is here\n` : '');
    }
    return lines();
  }

  async observe(intent: SessionIntent): Promise<Observation> {
    const world = this.current();
    return memoryObserve(world, intent, this.clock.now());
  }

  async apply(intent: SessionIntent): Promise<Observation> {
    const root = this.current().objects.find(
      each => each.kind === 'root' && each.sessionId === intent.sessionId,
    );
    if (intent.handle !== null && root?.uid !== intent.handle) {
      return this.observe(intent);
    }
    const owner = await this.put(intent, 'root', 'root', {
      owner: null,
      backstopAt: intent.backstopAt,
      expiresAt: intent.expiresAt,
    });
    for (const { number, image } of intent.revisions) {
      const fields = { owner, revision: number, image };
      await this.put(intent, 'pods', `pods-${number}`, fields);
    }
    await this.put(intent, 'service', 'service', {
      owner,
      revision: intent.serving,
    });
    if (intent.routed) {
      const filter = JSON.stringify(intent.traffic.filter);
      await this.put(intent, 'route', 'route', { owner, filter });
    } else {
      await this.drop(intent, each => each.kind === 'route');
    }
    await this.drop(
      intent,
      each =>
        each.kind === 'pods' &&
        !intent.revisions.some(({ number }) => number === each.revision),
    );
    return this.observe(intent);
  }

  async remove(
    session: SessionIdentity,
    options: { keepPods?: boolean } = {},
  ): Promise<'accepted' | 'gone'> {
    const isMine = (each: MemoryObject) => each.sessionId === session.sessionId;
    if (!this.current().objects.some(isMine)) {
      return 'gone';
    }
    await this.drop(session, each => each.kind === 'route');
    if (!options.keepPods) {
      await this.write('remove root', world => {
        world.objects
          .filter(each => isMine(each) && each.owner === null)
          .forEach(root => removeRoot(world, root.uid));
        world.objects.filter(isMine).forEach(each => {
          each.terminating = true;
        });
      });
    }
    return 'accepted';
  }

  async verify() {
    const state = this.current().verification;
    return { state, message: state, evidence: [] };
  }

  async watch(
    _cluster: string,
    onChange: Listener,
    signal: AbortSignal,
  ): Promise<void> {
    this.listeners.add(onChange);
    await new Promise<void>(resolve => {
      if (signal.aborted) {
        resolve();
      }
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    this.listeners.delete(onChange);
  }

  async list(cluster: string): Promise<FoundSession[]> {
    const { objects } = this.current();
    return [...new Set(objects.map(each => each.sessionId))].map(sessionId => {
      const mine = objects.filter(each => each.sessionId === sessionId);
      const root = mine.find(each => each.kind === 'root');
      return {
        sessionId,
        key: mine[0].key,
        cluster,
        namespace: mine[0].namespace,
        handle: root?.uid ?? null,
        ownerless: mine.some(each => each !== root && each.owner !== root?.uid),
        expiresAt: root?.expiresAt ?? null,
      };
    });
  }

  private current(): MemoryWorld {
    const world = this.world.read();
    const before = JSON.stringify(world);
    settle(world, this.clock.now());
    if (JSON.stringify(world) !== before) {
      this.world.write(world);
    }
    return world;
  }

  /** Creates or changes one object; its uid stays while it lives. */
  private async put(
    session: SessionIdentity,
    kind: MemoryObject['kind'],
    name: string,
    fields: Partial<MemoryObject>,
  ): Promise<string> {
    const same = (each: MemoryObject) =>
      each.sessionId === session.sessionId && each.name === name;
    const present = this.current().objects.find(same);
    const wanted = { ...present, ...fields };
    if (present && JSON.stringify(wanted) === JSON.stringify(present)) {
      return present.uid;
    }
    let uid = '';
    await this.write(`put ${name}`, world => {
      let object = world.objects.find(same);
      if (!object) {
        object = {
          uid: `uid-${world.nextUid}`,
          kind,
          name,
          sessionId: session.sessionId,
          key: session.key,
          namespace: session.namespace,
          owner: null,
          revision: null,
          image: null,
          filter: null,
          backstopAt: null,
          expiresAt: null,
          terminating: false,
        };
        world.nextUid += 1;
        world.objects.push(object);
      }
      Object.assign(object, fields);
      uid = object.uid;
    });
    return uid;
  }

  private async drop(
    session: SessionIdentity,
    which: (each: MemoryObject) => boolean,
  ): Promise<void> {
    const mine = (each: MemoryObject) =>
      each.sessionId === session.sessionId && which(each);
    if (this.current().objects.some(mine)) {
      await this.write('drop', world => {
        world.objects = world.objects.filter(each => !mine(each));
      });
    }
  }

  private async write(
    name: string,
    edit: (world: MemoryWorld) => void,
  ): Promise<void> {
    await this.onWrite(`before ${name}`);
    change(this.world, edit);
    await this.onWrite(`after ${name}`);
  }
}
