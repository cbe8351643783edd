// SPDX-License-Identifier: Apache-2.0
import { KubeConfig } from '@kubernetes/client-node';
import { Clock } from './clock';
import { TableHolder } from './proxy/TableHolder';
import { Rounds } from './Rounds';
import { statusChanges } from './status/changes';
import { StatusWriter } from './status/StatusWriter';
import { assess, Claim } from './table/assess';
import { ignoringHeaders } from './table/ignoringHeaders';
import { buildTable } from './table/table';
import { ClusterWatch } from './watch/ClusterWatch';

type Served = Claim & { address: string; ignoresHeaders: boolean };

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
    const assessment = assess(this.#cluster.world(), this.#claim);
    // First the table, then the statuses: a route that says accepted is served.
    const table = buildTable(assessment);
    this.#tables.replace(
      this.#claim.ignoresHeaders ? ignoringHeaders(table) : table,
    );
    const context = { ...this.#claim, now: this.#clock.now() };
    this.#writer.submit(statusChanges(assessment, context));
  }
}
