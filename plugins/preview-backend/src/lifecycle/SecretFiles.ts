// SPDX-License-Identifier: Apache-2.0
import type { FileMount } from '@preview-environments/backstage-plugin-preview-common';
import type { Clock } from './clock';
import type { Random } from './random';

/** Longer than any preview is given to come up. */
const KEPT_FOR = 3_600_000;

/** Each is at most 1 MiB; whose contents had to go is asked to send them again. */
const MOST = 100;

/** Of one caller, so that others have room whatever one of them sends. */
const MOST_OF_ONE = 20;

interface Kept {
  caller: string;
  files: Record<string, string>;
  until: number;
}

/**
 * Contents of secret files on their way from a request to the cluster: in the
 * memory of this process alone, and not for long.
 */
export class SecretFiles {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly tools: { clock: Clock; random: Random }) {}

  /**
   * @param caller - whose they are: what is too much goes at a caller's own cost
   * @returns the name by which {@link SecretFiles.find} gives them back
   */
  keep(caller: string, mounts: FileMount[]): string {
    const { clock, random } = this.tools;
    const now = clock.now();
    for (const [id, { until }] of this.kept) {
      if (until <= now) {
        this.kept.delete(id);
      }
    }
    if (this.of(caller).length >= MOST_OF_ONE) {
      this.forget(this.of(caller)[0]);
    } else if (this.kept.size >= MOST) {
      this.forget(this.ofWhoHasMost()[0]);
    }
    const id = random.uuid();
    const files = Object.fromEntries(
      mounts.map(({ path, type, data }) => [
        path,
        type === 'binary' ? data : Buffer.from(data).toString('base64'),
      ]),
    );
    this.kept.set(id, { caller, files, until: now + KEPT_FOR });
    return id;
  }

  /**
   * Keeps contents for a request, and forgets them at once when that fails or
   * does not need them: what nobody will use must not fill the memory.
   */
  async keepFor<T>(
    caller: string,
    mounts: FileMount[] | null | undefined,
    request: (id: string | null) => Promise<T>,
    isNeeded: (answer: T) => boolean,
  ): Promise<T> {
    const id = mounts?.length ? this.keep(caller, mounts) : null;
    let needed = false;
    try {
      const answer = await request(id);
      needed = isNeeded(answer);
      return answer;
    } finally {
      if (!needed) {
        this.forget(id ?? undefined);
      }
    }
  }

  /** Base64 by path; `null` when they were never here, or not any more. */
  find(id: string | undefined): Record<string, string> | null {
    const found = id === undefined ? undefined : this.kept.get(id);
    return found && found.until > this.tools.clock.now() ? found.files : null;
  }

  forget(id: string | undefined): void {
    if (id !== undefined) {
      this.kept.delete(id);
    }
  }

  /** The oldest first. */
  private of(caller: string): string[] {
    return [...this.kept]
      .filter(([, each]) => each.caller === caller)
      .map(([id]) => id);
  }

  private ofWhoHasMost(): string[] {
    const callers = new Set([...this.kept.values()].map(each => each.caller));
    return [...callers]
      .map(caller => this.of(caller))
      .reduce((most, ids) => (ids.length > most.length ? ids : most));
  }
}
