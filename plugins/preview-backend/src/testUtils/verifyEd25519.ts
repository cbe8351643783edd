// SPDX-License-Identifier: Apache-2.0
import type { VerifyEd25519 } from '@preview-environments/backstage-plugin-preview-common/transparency';
import { createPublicKey, verify } from 'node:crypto';

const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

/** Node's own implementation. */
export const verifyEd25519: VerifyEd25519 = (publicKey, message, signature) =>
  verify(
    null,
    message,
    createPublicKey({
      key: Buffer.concat([SPKI_HEAD, publicKey]),
      format: 'der',
      type: 'spki',
    }),
    signature,
  );
