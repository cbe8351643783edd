// SPDX-License-Identifier: Apache-2.0
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Certificate, selfSigned } from '../api/certificate';
import { TokenFile, Tokens } from '../authn/Tokens';
import { KubernetesObject } from '../objects';
import { StoreEvent } from '../store/EventHistory';
import { ObjectLog } from './ObjectLog';
import { readOrCreate, writePrivate } from './privateFile';

/** What outlives the process: objects, tokens, the certificate. */
export interface State {
  isNew: boolean;
  content: { version: number; objects: [string, KubernetesObject][] };
  append(event: StoreEvent): void;
  tokens: TokenFile;
  saveTokens(tokens: TokenFile): void;
  certificate: Certificate;
  close(): void;
}

/** Opens a data directory, or a state that lives in memory. */
export function openState(dataDir: string | undefined): State {
  if (!dataDir) {
    return {
      isNew: true,
      content: { version: 0, objects: [] },
      append: () => {},
      tokens: Tokens.fresh(),
      saveTokens: () => {},
      certificate: selfSigned(),
      close: () => {},
    };
  }
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const log = new ObjectLog(join(dataDir, 'objects.jsonl'));
  const tokenFile = join(dataDir, 'tokens.json');
  return {
    isNew: log.content.version === 0,
    content: log.content,
    append: event => log.append(event),
    tokens: readOrCreate(tokenFile, Tokens.fresh),
    saveTokens: tokens => writePrivate(tokenFile, tokens),
    certificate: readOrCreate(join(dataDir, 'certificate.json'), selfSigned),
    close: () => log.close(),
  };
}
