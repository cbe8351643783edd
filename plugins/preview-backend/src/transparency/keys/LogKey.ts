// SPDX-License-Identifier: Apache-2.0
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto';
import {
  type NoteSignature,
  type VerifierKey,
  verifierKey,
} from '@preview-environments/backstage-plugin-preview-common/transparency';

/** Bytes of the public key at the end of its DER form. */
const PUBLIC_SIZE = 32;

/** An Ed25519 key that signs checkpoints under a name. */
export class LogKey {
  readonly verifier: VerifierKey;

  constructor(name: string, private readonly secret: KeyObject) {
    const der = createPublicKey(secret).export({ format: 'der', type: 'spki' });
    this.verifier = verifierKey(
      name,
      new Uint8Array(der.subarray(-PUBLIC_SIZE)),
    );
  }

  sign(text: string): NoteSignature {
    const { name, id } = this.verifier;
    const signature = sign(null, Buffer.from(text, 'utf8'), this.secret);
    return { name, keyId: id, signature: new Uint8Array(signature) };
  }
}

/**
 * Reads a private Ed25519 key: PEM, or the base64 of its DER form (PKCS 8).
 *
 * @returns `null` when it is none
 */
export function readSecret(text: string): KeyObject | null {
  try {
    const secret = text.includes('-----BEGIN')
      ? createPrivateKey(text)
      : createPrivateKey({
          key: Buffer.from(text, 'base64'),
          format: 'der',
          type: 'pkcs8',
        });
    return secret.asymmetricKeyType === 'ed25519' ? secret : null;
  } catch {
    return null;
  }
}

/** A new private key, base64 of its DER form. */
export function makeSecret(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
}
