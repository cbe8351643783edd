// SPDX-License-Identifier: Apache-2.0
import { CursorSigner } from './CursorSigner';

const signer = new CursorSigner('secret');
const position = { value: 17, id: 's-1' };
const invalid = expect.objectContaining({ code: 'InvalidCursor' });

describe('CursorSigner', () => {
  it('reads back what it signed, whatever the order of the query', () => {
    const cursor = signer.sign(position, { q: 'a', active: true });
    expect(signer.read(cursor, { active: true, q: 'a' })).toEqual(position);
    expect(cursor).toMatch(/^[\w-]+$/);
  });

  it.each([
    ['another query', (cursor: string) => cursor, { q: 'b' }],
    [
      'a changed cursor',
      (cursor: string) => `${cursor.slice(0, -2)}AA`,
      { q: 'a' },
    ],
    ['a cut cursor', (cursor: string) => cursor.slice(0, 10), { q: 'a' }],
    ['nothing', () => '', { q: 'a' }],
  ])('refuses %s', (_, change, query) => {
    const cursor = change(signer.sign(position, { q: 'a' }));
    expect(() => signer.read(cursor, query)).toThrow(invalid);
  });

  it('refuses what another key signed', () => {
    const cursor = new CursorSigner('other').sign(position, {});
    expect(() => signer.read(cursor, {})).toThrow(invalid);
  });
});
