// SPDX-License-Identifier: Apache-2.0
import { KubeConfig } from '@kubernetes/client-node';
import { Clock } from './clock';
import { TableHolder } from './proxy/TableHolder';
import { Rounds } from './Rounds';
import { statusChanges } from './status/changes';
import { StatusWriter } from './status/StatusWriter';
import { assess, Claim } from './table/assess';
import { Interception } from './table/interception';
import { ignoringHeaders } from './table/ignoringHeaders';
import { buildTable } from './table/table';
import { ClusterWatch } from './watch/ClusterWatch';

/** What sits beside pods and takes requests that routes have sent to them. */
export interface Agents {
  interceptions(): Interception[];
  /** Calls back whenever they are others than before. */
  onChange(callback: () => void): void;
}

type Served = Claim & {
  address: string;
  ignoresHeaders: boolean;
  agents?: Agents;
};

/** Keeps the table and the statuses in step with the cluster. */
export class Controller {
  readonly #clock: Clock;
  readonly #tables: TableHolder;
  readonly #claim: Served;
  readonly #rounds: Rounds;
  readonly #writer: StatusWriter;
  readonly #cluster: ClusterWatch;

  constructor(
    kubeConfig: KubeConfig,
    clock: Clock,
    tables: TableHolder,
    claim: Served,
  ) {
    this.#clock = clock;
    this.#tables = tables;
    this.#claim = claim;
    this.#rounds = new Rounds(clock, () => this.#round());
    const nudge = () => this.#rounds.nudge();
    this.#writer = new StatusWriter(kubeConfig, clock, nudge);
    this.#cluster = new ClusterWatch(kubeConfig, clock, nudge);
    claim.agents?.onChange(nudge);
  }

  /** Resolves when the first table is in force. */
  async start(): Promise<void> {
    await this.#cluster.start();
    this.#round();
  }

  async stop(): Promise<void> {
    this.#rounds.stop();
    this.#cluster.stop();
    await this.#writer.stop();
  }

  #round(): void {
    const interceptions = this.#claim.agents?.interceptions() ?? [];
    const world = { ...this.#cluster.world(), interceptions };
    const assessment = assess(world, this.#claim);
    // First the table, then the statuses: a route that says accepted is served.
    const table = buildTable(assessment);
    this.#tables.replace(
      this.#claim.ignoresHeaders ? ignoringHeaders(table) : table,
    );
    const context = { ...this.#claim, now: this.#clock.now() };
    this.#writer.submit(statusChanges(assessment, context));
  }
}
