// SPDX-License-Identifier: Apache-2.0

export interface LogLine {
  /** Milliseconds since the epoch. */
  at: number;
  text: string;
}

const LIMIT = 2_000;

/** The output of one run of a container; old lines go. */
export class LogBuffer {
  readonly #lines: LogLine[] = [];
  readonly #followers = new Set<{ line(line: LogLine): void; end(): void }>();
  #ended = false;

  get lines(): readonly LogLine[] {
    return this.#lines;
  }

  get ended(): boolean {
    return this.#ended;
  }

  write(at: number, text: string): void {
    const line = { at, text };
    this.#lines.push(line);
    if (this.#lines.length > LIMIT)
      this.#lines.splice(0, this.#lines.length - LIMIT);
    this.#followers.forEach(follower => follower.line(line));
  }

  /** Calls back for each new line until the run ends. */
  follow(follower: { line(line: LogLine): void; end(): void }): () => void {
    this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  }

  end(): void {
    this.#ended = true;
    this.#followers.forEach(follower => follower.end());
    this.#followers.clear();
  }
}
