// SPDX-License-Identifier: Apache-2.0
import { aSession, named } from '../examples/sessions';
import {
  codeWords,
  isOwnRunbook,
  isRunbookAddress,
  isWebAddress,
} from './links';
import { MAX_LINES, NO_LOG, allLines, appendLog } from './logLines';
import { missingPiece } from './missingPiece';
import { upsert } from './order';
import { isSilence, readRefusal } from './refusal';
import { ttlChoices } from './ttl';

describe('links', () => {
  it.each([
    ['https://a.example.com/?q=1', true],
    ['http://a.example.com', true],
    [['java', 'script:alert(1)'].join(''), false],
    ['data:text/html,x', false],
    ['//a.example.com', false],
    ['no address', false],
  ])('%s', (url, allowed) => {
    expect(isWebAddress(url)).toBe(allowed);
  });

  it('takes pages of the portal as runbooks, but no other host by stealth', () => {
    expect(isRunbookAddress('/docs/runbooks/CrashLoop')).toBe(true);
    expect(isRunbookAddress('//evil.example.com')).toBe(false);
  });

  it('shows the product’s own runbooks in the portal, others where they are', () => {
    const own = 'http://localhost:7007/api/preview/v1/runbooks/CrashLoop';
    expect(isOwnRunbook(own, 'CrashLoop')).toBe(true);
    expect(
      isOwnRunbook('https://wiki.example.com/CrashLoop', 'CrashLoop'),
    ).toBe(false);
  });

  it('says a code in words', () => {
    expect(codeWords('ImagePullFailed')).toBe('image pull failed');
  });
});

describe('appendLog', () => {
  it('joins what was cut apart and drops keep-alives', () => {
    const log = ['on', 'e\ntw', 'o\n\n\nthr', 'ee'].reduce(appendLog, NO_LOG);
    expect(allLines(log)).toEqual(['one', 'two', 'three']);
  });

  it('keeps the newest lines', () => {
    const log = appendLog(
      NO_LOG,
      Array.from({ length: MAX_LINES + 5 }, (_, index) => `${index}\n`).join(
        '',
      ),
    );
    expect(log.lines).toHaveLength(MAX_LINES);
    expect(log.lines[0]).toBe('5');
  });
});

describe('missingPiece', () => {
  const place = {
    entityRef: 'component:default/checkout',
    entityName: 'checkout',
    target: { target: 'statefulset/store', namespace: 'shop', cluster: 'eu' },
  };
  it.each([
    ['EntityNotAnnotated', 'owners', /target: deployment\/checkout/],
    [
      'TargetNotOfEntity',
      'owners',
      /annotate statefulset\/store --namespace shop/,
    ],
    ['NamespaceNotAllowed', 'platform', /namespaces: \[shop\]/],
    [null, 'platform', /name: eu/],
  ])('%s is for the %s', (code, who, snippet) => {
    const piece = missingPiece(code, place);
    expect(piece.who).toBe(who);
    expect(piece.snippet).toMatch(snippet);
  });

  it('has nothing to copy for what only time or people can mend', () => {
    expect(missingPiece('ClusterUnreachable', place).snippet).toBeNull();
    expect(missingPiece('TargetNotFound', place)).toMatchObject({
      who: null,
      snippet: null,
    });
  });
});

describe('upsert', () => {
  const [a, b] = [aSession(named('a', '1')), aSession(named('b', '1'))];
  it('puts a new one first and an old one where it was', () => {
    expect(upsert([a], b)).toEqual([b, a]);
    const changed = { ...a, phase: 'failed' as const };
    expect(upsert([b, a], changed)).toEqual([b, changed]);
  });
});

describe('readRefusal', () => {
  it('reads the body of the backend', () => {
    const error = Object.assign(new Error('Request failed with 403'), {
      body: {
        error: { code: 'X', message: 'No.', hint: 'Ask.', field: 'key' },
      },
    });
    expect(readRefusal(error)).toEqual({
      code: 'X',
      message: 'No.',
      hint: 'Ask.',
      field: 'key',
    });
  });

  it.each<[string, unknown, boolean]>([
    ['no network', new TypeError('Failed to fetch'), true],
    ['a failed server', { response: { status: 500 }, body: {} }, true],
    ['a proxy', { response: { status: 502 } }, true],
    ['no right', { response: { status: 401 }, body: { error: {} } }, false],
    [
      'our own words',
      { response: { status: 500 }, body: { error: { code: 'InternalError' } } },
      false,
    ],
  ])('tells silence from words: %s', (_case, error, silence) => {
    expect(isSilence(error)).toBe(silence);
  });

  it.each([
    [new TypeError('Failed to fetch'), 'Failed to fetch'],
    ['odd', 'odd'],
    [undefined, 'undefined'],
  ])('copes with %p', (error, message) => {
    expect(readRefusal(error)).toMatchObject({ code: null, message });
  });
});

describe('ttlChoices', () => {
  const limits = { ttlMinSeconds: 300, ttlMaxSeconds: 72 * 3600 };
  it.each([
    [8 * 3600, limits, [2, 8, 24, 72]],
    [4 * 3600, limits, [2, 4, 8, 24, 72]],
    [3600, { ttlMinSeconds: 1, ttlMaxSeconds: 2 * 3600 }, [1, 2]],
  ])('default %d s', (defaultSeconds, within, hours) => {
    expect(ttlChoices(defaultSeconds, within)).toEqual(
      hours.map(hour => hour * 3600),
    );
  });
});
