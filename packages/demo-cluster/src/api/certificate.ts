// SPDX-License-Identifier: Apache-2.0
import { X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

/** PEM texts. */
export interface Certificate {
  key: string;
  cert: string;
}

const TEN_YEARS_IN_DAYS = 3650;
const ATTEMPTS = 10;

/** A self-signed certificate for the loopback names. kubectl sends tokens over TLS only. */
export function selfSigned(): Certificate {
  // One in some hundred random serial numbers is written in a form that OpenSSL refuses.
  for (let attempt = 1; ; attempt += 1) {
    const made = generateOnce();
    if (attempt === ATTEMPTS || isReadable(made.cert)) return made;
  }
}

function isReadable(cert: string): boolean {
  try {
    return new X509Certificate(cert).ca;
  } catch {
    return false;
  }
}

function generateOnce(): Certificate {
  const { private: key, cert } = generate(
    [{ name: 'commonName', value: 'demo-cluster' }],
    {
      days: TEN_YEARS_IN_DAYS,
      keySize: 2048,
      algorithm: 'sha256',
      extensions: [
        { name: 'basicConstraints', cA: true },
        {
          name: 'keyUsage',
          digitalSignature: true,
          keyEncipherment: true,
          keyCertSign: true,
        },
        { name: 'extKeyUsage', serverAuth: true },
        {
          name: 'subjectAltName',
          altNames: [
            { type: 2, value: 'localhost' },
            { type: 7, ip: '127.0.0.1' },
          ],
        },
      ],
    },
  );
  return { key, cert };
}
