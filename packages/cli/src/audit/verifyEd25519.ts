// SPDX-License-Identifier: Apache-2.0
import type { VerifyEd25519 } from '@preview-environments/backstage-plugin-preview-common/transparency';
import { createPublicKey, verify } from 'node:crypto';

/** What stands before the 32 bytes of a public key in its DER form. */
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

/** Node's own implementation. */
export const verifyEd25519: VerifyEd25519 = (publicKey, message, signature) => {
  try {
    const key = createPublicKey({
      key: Buffer.concat([SPKI_HEAD, publicKey]),
      format: 'der',
      type: 'spki',
    });
    return verify(null, message, key, signature);
  } catch {
    // Not a point of the curve: no signature of it can be right.
    return false;
  }
};
