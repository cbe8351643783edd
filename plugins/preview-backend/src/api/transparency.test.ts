// SPDX-License-Identifier: Apache-2.0
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  BundleVerifier,
  checkConsistency,
  checkInclusion,
  entryOf,
  fromBase64,
  leafHash,
  parseSignedCheckpoint,
  parseTlogProof,
  parseVerifierKey,
  signersOf,
} from '@preview-environments/backstage-plugin-preview-common/transparency';
import { ANN, aPortal, CI, EVE, type Portal } from '../testUtils/aPortal';
import { ENGINES, freshDatabase } from '../testUtils/databases';
import { checkLog, recordFacts } from '../testUtils/sealedLog';
import { verifyEd25519 } from '../testUtils/verifyEd25519';

jest.setTimeout(120_000);

describe.each(ENGINES)('the transparency log over HTTP on %s', engine => {
  let portal: Portal;
  let denied: string[] = [];

  beforeAll(async () => {
    portal = await aPortal(await freshDatabase(engine), {
      permissions: {
        authorize: async requests =>
          requests.map(({ permission: { name } }) => ({
            result: denied.includes(name)
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
          })) as never,
      },
    });
    await recordFacts(portal.knex, 0, 300);
    await sealed();
  });
  afterEach(() => {
    denied = [];
  });
  afterAll(() => portal.stop());

  /** Waits until nothing waits any more. */
  async function sealed() {
    for (;;) {
      const { body } = await portal.get(ANN, 'audit/state');
      if (body.waiting === 0 && body.size >= 300) return body;
    }
  }
  const checkpoint = async () =>
    parseSignedCheckpoint((await portal.get(ANN, 'audit/checkpoint')).text)!;
  const bytes = (path: string) => portal.get(ANN, path).responseType('blob');

  it('seals what is recorded, under a development key that it owns up to', async () => {
    const state = await sealed();
    expect(state).toMatchObject({
      origin: expect.stringMatching(/\/api\/preview\/v1\/audit$/),
      developmentKey: true,
      keys: [{ current: true, development: true }],
      anchors: [{ name: 'log' }],
    });
    const head = await checkpoint();
    const key = parseVerifierKey(state.keys[0].verifierKey)!;
    expect(signersOf(head.note, [key], verifyEd25519)).toEqual([key]);
    expect(key.name).toMatch(/\/unsigned-dev$/);
    expect(await checkLog(portal.knex)).toEqual([]);
  });

  it('proves an event, and that the log has only grown', async () => {
    const { size, root } = await checkpoint();
    const row = await portal.knex('audit_bodies').first();
    const path = `audit/events/${row.event_id}/proof`;
    const { text } = await portal.get(ANN, path);
    const { index, hashes, head } = parseTlogProof(text)!;
    const leaf = leafHash(entryOf(row.salt, row.body));
    const { size: at, root: top } = head;
    const claim = { index, size: at, leaf, root: top, proof: hashes };
    expect(checkInclusion(claim)).toBeNull();

    const { body } = await portal.get(
      ANN,
      `audit/consistency?from=7&to=${size}`,
    );
    expect(fromBase64(body.toRoot)).toEqual(root);
    expect(
      checkConsistency({
        ...{ from: body.from, to: body.to },
        fromRoot: fromBase64(body.fromRoot)!,
        toRoot: fromBase64(body.toRoot)!,
        proof: body.proof.map(fromBase64),
      }),
    ).toBeNull();
  });

  it('serves tiles and entries that fit each other', async () => {
    const hashes = await bytes('audit/tile/0/000');
    const entries = await bytes('audit/tile/entries/000');
    expect(hashes.body).toHaveLength(256 * 32);
    expect(entries.body).toHaveLength(256 * 34);
    const first = new Uint8Array(entries.body.subarray(2, 34));
    expect(Buffer.from(leafHash(first))).toEqual(hashes.body.subarray(0, 32));
    const partial = await bytes('audit/tile/0/001.p/44');
    expect(partial.body).toHaveLength(44 * 32);
    const above = await bytes('audit/tile/1/000.p/1');
    expect(above.body).toHaveLength(32);
  });

  it.each([
    '0/002',
    '0/001',
    '1/000',
    '0/1',
    'x/000',
    '-1/000',
    '1.5/000',
    '00/000',
    '63/000',
    '64/000',
    '9007199254740993/000',
    'entries/0x1',
    '0/-01',
    '0/x000/000',
    '0/x001/067',
    `0/${'x999/'.repeat(6)}999`,
    `0/${'x999/'.repeat(103)}999`,
    '0/000.p/0',
    '0/000.p/256',
    '0/000.p/257',
    '0/000.p/1/1',
    '0/%2e%2e/000',
    "0/000'%20or%20'1'='1/000",
  ])('has no tile %s', async path => {
    const { status, body } = await portal.get(ANN, `audit/tile/${path}`);
    expect(body.error.code).toBe('TileNotFound');
    expect(status).toBe(404);
  });

  it('reads no query where it is asked for a tile', async () => {
    const plain = await bytes('audit/tile/0/001.p/44');
    const asked = await bytes('audit/tile/0/001.p/44?level=1&tile=000&x=1');
    expect(asked.status).toBe(200);
    expect(asked.body).toEqual(plain.body);
    const documented = await portal.get(ANN, 'audit/tile/0/000?x=1');
    expect(documented.body.error.code).toBe('UnknownField');
  });

  it('hands out evidence of a filter and of all, recorded', async () => {
    const kept = await checkpoint();
    for (const query of ['', '?session=session-3', `?since=${kept.size}`]) {
      await sealed();
      const bundle = await bytes(`audit/bundle${query}`);
      expect(bundle.headers['content-disposition']).toContain('.jsonl');
      const verifier = new BundleVerifier({
        ...{ verify: verifyEd25519, keys: [], since: [kept] },
      });
      const lines = String(bundle.body).trimEnd().split('\n');
      lines.forEach(line => verifier.line(line));
      const report = verifier.report();
      expect(report).toMatchObject({ findings: [], development: true });
      expect(report.whole).toBe(!query.includes('session'));
      expect(report.events).toBe(query.includes('session') ? 30 : report.size);
    }
    const { body } = await portal.get(
      ANN,
      'audit/events?action=audit.exported',
    );
    expect(body.items).toHaveLength(3);
    expect(body.items[1]).toMatchObject({
      actor: ANN,
      reason: 'Evidence bundle, {"session":"session-3"}',
    });
  });

  it('erases what it says of a person, and says that it did', async () => {
    const person = 'user:default/jo';
    await recordFacts(portal.knex, 400, 403, { actor: person });
    await recordFacts(portal.knex, 403, 404, {
      reason: `for ${person}.`,
    });
    await recordFacts(portal.knex, 404, 405, { actor: `${person}hanna` });
    await sealed();
    const wish = { person: 'Jo', reason: 'asked for it' };
    const refused = await portal.post(ANN, 'audit/erasures', wish);
    expect(refused.status).toBe(403);
    const done = await portal.post(EVE, 'audit/erasures', wish);
    expect(done.body).toEqual({ erased: 4 });
    expect(
      await portal.knex('audit_bodies').where('body', 'like', `%${person}"%`),
    ).toEqual([]);
    await sealed();
    const verifier = new BundleVerifier({
      ...{ verify: verifyEd25519, keys: [], since: [] },
    });
    const bundle = await bytes('audit/bundle');
    String(bundle.body)
      .trimEnd()
      .split('\n')
      .forEach(line => verifier.line(line));
    expect(verifier.report().findings).toEqual([]);
    const again = await portal.post(EVE, 'audit/erasures', wish);
    expect(again.body).toEqual({ erased: 0 });
  });

  it.each([
    ['audit/consistency?from=0', 'InvalidTreeSize', 'from'],
    ['audit/consistency?from=9&to=8', 'InvalidTreeSize', 'from'],
    ['audit/consistency?from=1&to=99999', 'InvalidTreeSize', 'to'],
    ['audit/consistency?from=-1', 'InvalidRequest', 'from'],
    ['audit/consistency', 'InvalidRequest', 'from'],
    ['audit/events/unknown/proof', 'AuditEventNotFound', 'id'],
    ['audit/bundle?since=x', 'InvalidRequest', 'since'],
    ['audit/bundle?from=yesterday', 'InvalidTime', 'from'],
    ['audit/bundle?owned=x', 'UnknownField', 'owned'],
  ])('answers %s with %s', async (path, code, field) => {
    const { status, body } = await portal.get(ANN, path);
    expect(body.error).toMatchObject({ code });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(JSON.stringify(body.error)).toContain(field);
  });

  it.each([
    ['group:default/x', 'InvalidEntityRef'],
    ['user:', 'InvalidEntityRef'],
  ])('does not erase %s', async (person, code) => {
    const wish = { person, reason: 'x' };
    const { body } = await portal.post(EVE, 'audit/erasures', wish);
    expect(body.error).toMatchObject({ code, field: 'person' });
  });

  it('asks for the permission of each', async () => {
    for (const [name, path] of [
      ['preview.audit.read', 'audit/state'],
      ['preview.audit.read', 'audit/checkpoint'],
      ['preview.audit.read', 'audit/tile/0/000'],
      ['preview.audit.read', 'audit/events/x/proof'],
      ['preview.audit.read', 'audit/consistency?from=1'],
      ['preview.audit.export', 'audit/bundle'],
    ]) {
      denied = [name];
      const { status, body } = await portal.get(ANN, path);
      expect([status, body.error?.code]).toEqual([403, 'PermissionDenied']);
    }
    denied = ['preview.audit.erase'];
    const wish = { person: 'user:default/jo', reason: 'x' };
    const erase = await portal.post(EVE, 'audit/erasures', wish);
    expect(erase.status).toBe(403);
    denied = [];
    const service = await portal.get(CI, 'audit/bundle');
    expect(service.body.error.code).toBe('SubjectUnknown');
  });
});
