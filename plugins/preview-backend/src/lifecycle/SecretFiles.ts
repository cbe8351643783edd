// SPDX-License-Identifier: Apache-2.0
import type { FileMount } from '@preview-environments/backstage-plugin-preview-common';
import type { Clock } from './clock';
import type { Random } from './random';

/** Longer than any preview is given to come up. */
const KEPT_FOR = 3_600_000;

/** Each is at most 1 MiB; whose contents had to go is asked to send them again. */
const MOST = 100;

interface Kept {
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

  /** @returns the name by which {@link SecretFiles.find} gives them back */
  keep(mounts: FileMount[]): string {
    const { clock, random } = this.tools;
    const now = clock.now();
    for (const [id, { until }] of this.kept) {
      if (until <= now) {
        this.kept.delete(id);
      }
    }
    const [oldest] = this.kept.keys();
    if (this.kept.size >= MOST) {
      this.kept.delete(oldest);
    }
    const id = random.uuid();
    const files = Object.fromEntries(
      mounts.map(({ path, type, data }) => [
        path,
        type === 'binary' ? data : Buffer.from(data).toString('base64'),
      ]),
    );
    this.kept.set(id, { files, until: now + KEPT_FOR });
    return id;
  }

  /**
   * Keeps contents for a request, and forgets them at once when that fails:
   * what was refused must not fill the memory.
   */
  async keepFor<T>(
    mounts: FileMount[] | null | undefined,
    request: (id: string | null) => Promise<T>,
  ): Promise<T> {
    const id = mounts?.length ? this.keep(mounts) : null;
    try {
      return await request(id);
    } catch (error) {
      this.forget(id ?? undefined);
      throw error;
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
}
