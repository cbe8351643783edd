// SPDX-License-Identifier: Apache-2.0
import { mockServices } from '@backstage/backend-test-utils';
import {
  parseSignedCheckpoint,
  parseVerifierKey,
  signersOf,
} from '@preview-environments/backstage-plugin-preview-common/transparency';
import type { Knex } from 'knex';
import { generateKeyPairSync } from 'node:crypto';
import { ENGINES, freshDatabase } from '../../testUtils/databases';
import { recordFacts, seal } from '../../testUtils/sealedLog';
import { TestClock } from '../../testUtils/TestClock';
import { verifyEd25519 } from '../../testUtils/verifyEd25519';
import { newestHead } from '../read/head';
import { makeSecret, readSecret } from './LogKey';
import { loadKeys } from './loadKeys';

describe('a signing key', () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
  const pem = (key: typeof rsa) =>
    key.export({ format: 'pem', type: 'pkcs8' }).toString();

  it('is read as PEM and as base64', () => {
    const der = privateKey.export({ format: 'der', type: 'pkcs8' });
    expect(readSecret(pem(privateKey))!.equals(privateKey)).toBe(true);
    expect(readSecret(der.toString('base64'))!.equals(privateKey)).toBe(true);
    expect(readSecret(makeSecret())).not.toBeNull();
  });

  it.each([
    ['another kind of key', pem(rsa)],
    ['a word', 'secret'],
    ['nothing', ''],
  ])('is not %s', (_, text) => {
    expect(readSecret(text)).toBeNull();
  });
});

describe.each(ENGINES)('the keys of a log on %s', engine => {
  const clock = new TestClock();
  const logger = mockServices.logger.mock();
  const [first, second] = [1, 2].map(() => readSecret(makeSecret())!);
  const none = { signingKey: null, previousSigningKeys: [], origin: null };
  let knex: Knex;
  const load = (config: Partial<Parameters<typeof loadKeys>[0]['config']>) =>
    loadKeys({
      ...{ knex, clock, logger, defaultOrigin: 'localhost/audit' },
      config: { ...none, ...config },
    });
  const head = async () => {
    const { note } = (await knex.transaction(trx => newestHead(trx)))!;
    return parseSignedCheckpoint(note)!;
  };

  beforeEach(async () => {
    knex = await freshDatabase(engine);
  });

  it('are development keys until one is configured, the same for all', async () => {
    const [one, other] = await Promise.all([load({}), load({})]);
    expect(one.describe()).toEqual(other.describe());
    expect(one.describe()[0].verifierKey).toMatch(
      /^localhost\/audit\/unsigned-dev\+/,
    );
    expect(logger.warn.mock.calls.at(-1)![0]).toMatch('audit.signingKey');
    const real = await load({ signingKey: first });
    expect(real).toMatchObject({ development: false });
    expect(real.describe()[0].verifierKey).toMatch(/^localhost\/audit\+/);
  });

  it('rotate: both sign for a while, and the change is recorded once', async () => {
    await recordFacts(knex, 0, 1);
    await seal(knex, await load({ signingKey: first }));
    const both = { signingKey: second, previousSigningKeys: [first] };
    const [keys] = await Promise.all([load(both), load(both)]);
    await seal(knex, keys);
    const { note, size } = await head();
    expect(size).toBe(2);
    const known = keys
      .describe()
      .map(key => parseVerifierKey(key.verifierKey)!);
    for (const key of known) {
      expect(signersOf(note, [key], verifyEd25519)).toEqual([key]);
    }
    const changes = await knex('audit_bodies').where(
      'action',
      'audit.key-changed',
    );
    expect(changes).toHaveLength(1);
    expect(JSON.parse(changes[0].body).reason).toBe(
      `Signed by ${known[1].id} before, by ${known[0].id}, ${known[1].id} from now on`,
    );
    await load(both);
    expect(await knex('audit_pending')).toEqual([]);
  });

  it('keep the name that the log has', async () => {
    await recordFacts(knex, 0, 1);
    await seal(knex, await load({ origin: 'shop.example.com/log' }));
    const again = await load({});
    expect(again.origin).toBe('shop.example.com/log');
    await expect(load({ origin: 'other' })).rejects.toThrow(
      'preview.audit.origin is "other"',
    );
  });
});
