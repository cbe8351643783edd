// SPDX-License-Identifier: Apache-2.0
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import { KubernetesObject, keyOf } from '../objects';
import { StoreEvent } from '../store/EventHistory';
import { writePrivate } from './privateFile';

interface Entry {
  version: number;
  resource: string;
  key: string;
  /** Null: deleted. */
  object: KubernetesObject | null;
}

const COMPACT_AFTER = 20_000;

/**
 * The objects on disk: one line for each change, the last line for a key counts. Each line is
 * written in one call, so that a killed process loses at most the change it was writing, and a torn
 * last line is dropped. Long files are rewritten with the present objects only.
 */
export class ObjectLog {
  readonly content: { version: number; objects: [string, KubernetesObject][] };
  readonly #present = new Map<string, Entry>();
  #version = 0;
  #lines = 0;
  #file: number;

  constructor(private readonly path: string) {
    if (existsSync(path)) this.#read(readFileSync(path, 'utf8'));
    this.content = {
      version: this.#version,
      objects: [...this.#present.values()].map(({ resource, object }) => [
        resource,
        object!,
      ]),
    };
    this.#file = this.#compact();
  }

  append({ type, resource, object, version }: StoreEvent): void {
    const entry: Entry = {
      version,
      resource,
      key: keyOf(object),
      object: type === 'DELETED' ? null : object,
    };
    this.#remember(entry);
    writeSync(this.#file, `${JSON.stringify(entry)}\n`);
    this.#lines += 1;
    if (this.#lines > COMPACT_AFTER + 2 * this.#present.size) {
      closeSync(this.#file);
      this.#file = this.#compact();
    }
  }

  close(): void {
    closeSync(this.#file);
  }

  #read(text: string): void {
    for (const line of text.split('\n')) {
      if (line === '') continue;
      const entry = parse(line);
      // Nothing can follow a torn line but what the same crash tore.
      if (!entry) break;
      this.#remember(entry);
    }
  }

  #remember(entry: Entry): void {
    const key = `${entry.resource} ${entry.key}`;
    this.#version = Math.max(this.#version, entry.version);
    if (entry.object) this.#present.set(key, entry);
    else this.#present.delete(key);
  }

  #compact(): number {
    const mark: Entry = {
      version: this.#version,
      resource: '',
      key: '',
      object: null,
    };
    const lines = [mark, ...this.#present.values()].map(entry =>
      JSON.stringify(entry),
    );
    writePrivate(this.path, `${lines.join('\n')}\n`);
    this.#lines = lines.length;
    return openSync(this.path, 'a', 0o600);
  }
}

function parse(line: string): Entry | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
