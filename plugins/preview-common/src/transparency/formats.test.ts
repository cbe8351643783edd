// SPDX-License-Identifier: Apache-2.0
/** @jest-environment node */
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromBase64, toBase64 } from './base64';
import { parseCheckpoint, parseSignedCheckpoint } from './checkpoint';
import { leafHash } from './hash';
import { formatNote, parseNote } from './note';
import { checkInclusion } from './proofs';
import { parseTilePath, tilePath } from './tilePath';
import { appendLeaves, type Tile, tileWidth } from './tiles';
import { formatTlogProof, parseTlogProof } from './tlogProof';
import { TreeBuilder } from './TreeBuilder';
import {
  formatVerifierKey,
  parseVerifierKey,
  signersOf,
  type VerifyEd25519,
} from './verifierKey';

/** Made by another implementation; the file says which. */
const sumdb: {
  verifierKey: string;
  signerKey: string;
  heads: { size: number; checkpoint: string }[];
  proofs: { index: number; entry: string; proof: string }[];
  tiles: Record<string, string>;
} = JSON.parse(readFileSync(join(__dirname, 'vectors/sumdb.json'), 'utf8'));

const utf8 = (text: string) => new TextEncoder().encode(text);
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const verifyEd25519: VerifyEd25519 = (publicKey, message, signature) =>
  verify(
    null,
    message,
    createPublicKey({
      key: Buffer.concat([SPKI, publicKey]),
      format: 'der',
      type: 'spki',
    }),
    signature,
  );
const key = parseVerifierKey(sumdb.verifierKey)!;

// The example of the reference implementation's documentation.
const TEXT =
  'If you think cryptography is the answer to your problem,\n' +
  "then you don't know what your problem is.\n";
const SIGNATURE =
  'x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=';
const NOTE = `${TEXT}\n\u2014 PeterNeumann ${SIGNATURE}\n`;

describe('signed notes', () => {
  it('are read, verified and written as the reference does', () => {
    const note = parseNote(NOTE)!;
    expect(note.text).toBe(TEXT);
    expect(signersOf(note, [key], verifyEd25519)).toEqual([key]);
    const seed = fromBase64(
      sumdb.signerKey.split('+').slice(4).join('+'),
    )!.subarray(1);
    const privateKey = createPrivateKey({
      key: Buffer.concat([PKCS8, seed]),
      format: 'der',
      type: 'pkcs8',
    });
    const signature = new Uint8Array(sign(null, utf8(TEXT), privateKey));
    const signed = { name: key.name, keyId: key.id, signature };
    expect(formatNote({ text: TEXT, signatures: [signed] })).toBe(NOTE);
  });

  it('are read as the specification shows them', () => {
    const example =
      'Ogni prova\n\ned altro.\n\n' +
      '\u2014 quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n';
    expect(parseNote(example)).toMatchObject({
      text: 'Ogni prova\n\ned altro.\n',
      signatures: [{ name: 'quasimodo.example/salvatore', keyId: '367ba04b' }],
    });
  });

  it('are spoilt by one changed byte, and ignore other keys', () => {
    const other = `\u2014 other.example ${SIGNATURE}\n`;
    const both = parseNote(NOTE + other)!;
    expect(signersOf(both, [key], verifyEd25519)).toEqual([key]);
    expect(signersOf(both, [], verifyEd25519)).toEqual([]);
    const changed = parseNote(NOTE.replace('know', 'knew'))!;
    expect(signersOf(changed, [key], verifyEd25519)).toEqual([]);
  });

  it.each([
    ['no signature', `${TEXT}\n`],
    ['no blank line', NOTE.replace('\n\n', '\n')],
    ['no line feed at the end', NOTE.slice(0, -1)],
    ['a hyphen', NOTE.replace('\u2014', '-')],
    ['a control character', NOTE.replace('think', 'th\u0001nk')],
    ['a carriage return', NOTE.replace('\n', '\r\n')],
    ['base64 in another spelling', NOTE.replace('nAM=', 'nAN=')],
    ['base64 without padding', NOTE.replace('nAM=', 'nAM')],
    ['a name with a plus', NOTE.replace('PeterN', 'Peter+N')],
    ['no name', NOTE.replace('PeterNeumann ', ' ')],
    [
      'a signature that is no more than a key id',
      `${TEXT}\n\u2014 x AAAAAA==\n`,
    ],
  ])('with %s are refused', (_, note) => {
    expect(parseNote(note)).toBeNull();
  });
});

describe('verifier keys', () => {
  it('have one spelling', () => {
    const text = sumdb.verifierKey;
    expect(formatVerifierKey(parseVerifierKey(text)!)).toBe(text);
    for (let at = 0; at < text.length; at += 1) {
      const next = String.fromCharCode(text.charCodeAt(at) + 1);
      const mangled = text.slice(0, at) + next + text.slice(at + 1);
      expect(parseVerifierKey(mangled)).toBeNull();
      expect(parseVerifierKey(text.slice(0, at))).toBeNull();
    }
  });
});

describe('checkpoints', () => {
  it('are read as the specification shows them', () => {
    const text =
      'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
    expect(parseCheckpoint(text)).toMatchObject({
      origin: 'example.com/behind-the-sofa',
      size: 20852163,
    });
    expect(parseCheckpoint(`${text}more\n`)).toMatchObject({ size: 20852163 });
  });

  it.each([
    ['no root', 'o\n1\n'],
    ['a size with a leading zero', `o\n01\n${toBase64(leafHash(utf8('')))}\n`],
    ['a size below zero', `o\n-1\n${toBase64(leafHash(utf8('')))}\n`],
    ['a size beyond measure', `o\n1${'0'.repeat(20)}\n${'A'.repeat(43)}=\n`],
    ['a short root', 'o\n1\nAAAA\n'],
    ['no origin', `\n1\n${'A'.repeat(43)}=\n`],
    ['an empty line', `o\n1\n${'A'.repeat(43)}=\n\n`],
  ])('with %s are refused', (_, text) => {
    expect(parseCheckpoint(text)).toBeNull();
  });
});

describe('a log that another implementation made', () => {
  const SIZE = 70_000;
  const tiles = new Map<string, Tile>();
  const roots = new Map<number, Uint8Array>();

  beforeAll(() => {
    const builder = new TreeBuilder();
    const leaves = Array.from({ length: SIZE }, (_, n) =>
      leafHash(utf8(`entry ${n}`)),
    );
    for (const leaf of leaves) {
      builder.add(leaf);
      roots.set(builder.size, builder.root());
    }
    const { changed } = appendLeaves(0, [], leaves);
    changed.forEach(tile => {
      tiles.set(tilePath(tile, tileWidth(tile, SIZE)), tile);
    });
  });

  it.each(sumdb.heads)('has our root at size $size', ({ size, checkpoint }) => {
    const head = parseSignedCheckpoint(checkpoint)!;
    expect(signersOf(head.note, [key], verifyEd25519)).toEqual([key]);
    expect(head).toMatchObject({ size, root: roots.get(size) });
  });

  it.each(sumdb.proofs)('proves entry $index to us', ({ entry, proof }) => {
    const { head, index, hashes, extra, checkpoint } = parseTlogProof(proof)!;
    const { size, root } = head;
    const leaf = leafHash(utf8(entry));
    const claim = { index, size, leaf, root, proof: hashes };
    expect(checkInclusion(claim)).toBeNull();
    expect(formatTlogProof({ index, hashes, extra, checkpoint })).toBe(proof);
  });

  it('has our tiles', () => {
    const ours = [...tiles].map(([path, { hashes }]) => [
      path,
      toBase64(leafHash(hashes)),
    ]);
    expect(Object.fromEntries(ours)).toMatchObject(sumdb.tiles);
    expect(Object.keys(sumdb.tiles)).toHaveLength(4);
  });
});

describe('proofs in text', () => {
  const [{ proof }] = sumdb.proofs;

  it('may carry more, which proves nothing', () => {
    const more = proof.replace('index', 'extra aGVsbG8=\nindex');
    expect(parseTlogProof(more)!.extra).toEqual(utf8('hello'));
    const { head: _, ...parts } = parseTlogProof(more)!;
    expect(formatTlogProof(parts)).toBe(more);
  });

  it.each([
    ['another first line', proof.replace('@v1', '@v2')],
    ['no index', proof.replace(/index \d+\n/, '')],
    ['an index with a leading zero', proof.replace('index ', 'index 0')],
    ['more that is no base64', proof.replace('index', 'extra %\nindex')],
    ['a short hash', proof.replace('\n\n', '\nAAAA\n\n')],
    ['no checkpoint', proof.slice(0, proof.indexOf('\n\n') + 2)],
  ])('with %s are refused', (_, text) => {
    expect(parseTlogProof(text)).toBeNull();
  });
});

describe('addresses of tiles', () => {
  it.each([
    [{ level: 0, index: 0 }, 256, '0/000'],
    [{ level: 1, index: 67 }, 3, '1/067.p/3'],
    [{ level: 0, index: 1234067 }, 256, '0/x001/x234/067'],
    [{ level: 2, index: 1000 }, 255, '2/x001/000.p/255'],
  ])('%j of width %d is %s', (tile, width, path) => {
    expect(tilePath(tile, width)).toBe(path);
    const [level, ...rest] = path.split('/');
    expect(parseTilePath(level, rest.join('/'))).toEqual({ ...tile, width });
  });

  it('of entries have their own level', () => {
    const asked = { level: 'entries', index: 5, width: 256 };
    expect(parseTilePath('entries', '005')).toEqual(asked);
  });

  it.each([
    ['00', '000'],
    ['64', '000'],
    ['0', '0'],
    ['0', 'x000/001'],
    ['0', '001/002'],
    ['0', 'x001'],
    ['0', '000.p/0'],
    ['0', '000.p/256'],
    ['0', '000.p/01'],
    ['data', '000'],
    ['0', `${'x999/'.repeat(6)}999`],
    ['0', `${'x999/'.repeat(103)}999`],
  ])('%s/%s is refused', (level, path) => {
    expect(parseTilePath(level, path)).toBeNull();
  });
});
