// SPDX-License-Identifier: Apache-2.0
import {
  BUNDLE_FORMAT,
  type BundleEvent,
  entryOf,
  formatCheckpoint,
  formatNote,
  formatVerifierKey,
  leafHash,
  toBase64,
  TreeBuilder,
  verifierKey,
} from '@preview-environments/backstage-plugin-preview-common/transparency';
import { generateKeyPairSync, sign } from 'node:crypto';

export const ORIGIN = 'portal.example.com/previews';

/** A log that a test can do with as it likes. */
export class TestLog {
  private readonly pair = generateKeyPairSync('ed25519');
  readonly key = verifierKey(
    ORIGIN,
    new Uint8Array(
      this.pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32),
    ),
  );
  readonly events: BundleEvent[] = [];

  constructor(size: number) {
    for (let n = 0; n < size; n += 1) {
      this.record({ reason: `fact ${n}` });
    }
  }

  get verifierKey(): string {
    return formatVerifierKey(this.key);
  }

  record(more: Record<string, unknown>): BundleEvent {
    const index = this.events.length;
    const id = `event-${index}`;
    const salt = index.toString(16).padStart(32, '0');
    const body = JSON.stringify({ action: 'session.started', id, ...more });
    const entry = entryOf(salt, body);
    const event: BundleEvent = {
      ...{ type: 'event', index, id, salt, body, gone: null, proof: null },
      entry: toBase64(entry),
      leaf: toBase64(leafHash(entry)),
    };
    this.events.push(event);
    return event;
  }

  /** A checkpoint of the first `size` entries. */
  checkpoint(size = this.events.length): string {
    const tree = new TreeBuilder();
    this.events.slice(0, size).forEach(({ entry }) => {
      tree.add(leafHash(new Uint8Array(Buffer.from(entry, 'base64'))));
    });
    const text = formatCheckpoint({ origin: ORIGIN, size, root: tree.root() });
    const { name, id: keyId } = this.key;
    const secret = this.pair.privateKey;
    const signature = new Uint8Array(sign(null, Buffer.from(text), secret));
    return formatNote({ text, signatures: [{ name, keyId, signature }] });
  }

  /** The whole log as a bundle. */
  bundle(checkpoint = this.checkpoint()): string {
    const lines = [
      {
        ...{ type: 'bundle', format: BUNDLE_FORMAT, checkpoint, whole: true },
        ...{ keys: [this.verifierKey], exportedAt: '', filter: {} },
      },
      ...this.events,
      { type: 'end', events: this.events.length },
    ];
    return lines.map(line => `${JSON.stringify(line)}\n`).join('');
  }
}
