// SPDX-License-Identifier: Apache-2.0
import type { AST } from '@eslint-community/regexpp';
import type { FilterPart, RequestFilter } from './filter';
import { readPattern } from './pattern';

/** What keys are made of: beside them a longer key would begin. */
const KEY_CHARACTER = /[-a-z0-9]/i;
const BEFORE = '(?<![-A-Za-z0-9])';
const AFTER = '(?![-A-Za-z0-9])';

/**
 * Whether every request that a filter takes carries the key, as a word of its
 * own. Cautious: what cannot be told counts as no.
 *
 * @public
 */
export function filterCarriesKey(filter: RequestFilter, key: string): boolean {
  switch (filter.type) {
    case 'mirrord-default':
      return true;
    case 'all-of':
      return filter.filters.some(part => partCarriesKey(part, key));
    case 'any-of':
      return filter.filters.every(part => partCarriesKey(part, key));
    default:
      return partCarriesKey(filter, key);
  }
}

function partCarriesKey(part: FilterPart, key: string): boolean {
  switch (part.type) {
    case 'header':
      return hasWord(part.value, key);
    case 'header-regex':
    case 'path':
      return patternCarriesKey(part.pattern, key);
    case 'json-body':
      return patternCarriesKey(part.matches, key);
    default:
      return false;
  }
}

/** Whether a text has the key in it, and not as a part of a longer one. */
function hasWord(text: string, key: string): boolean {
  for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
    const around = [text[at - 1], text[at + key.length]];
    if (around.every(each => !each || !KEY_CHARACTER.test(each))) {
      return true;
    }
  }
  return false;
}

/**
 * Whether every text that a regular expression matches has the key in it.
 *
 * @public
 */
export function patternCarriesKey(pattern: string, key: string): boolean {
  const { alternatives } = readPattern(pattern, 'traffic.filter.pattern');
  return alternatives.every(each => alternativeCarries(each, key));
}

function alternativeCarries(
  alternative: AST.Alternative,
  key: string,
): boolean {
  return (
    wordsOf(alternative).some(({ text }) => text === key) ||
    alternative.elements.some(element => elementCarries(element, key))
  );
}

function elementCarries(element: AST.Element, key: string): boolean {
  switch (element.type) {
    case 'Group':
    case 'CapturingGroup':
      return element.alternatives.every(each => alternativeCarries(each, key));
    case 'Quantifier':
      return element.min > 0 && elementCarries(element.element, key);
    default:
      return false;
  }
}

interface Word {
  text: string;
  start: number;
  end: number;
}

/** Longest runs of characters of keys that an alternative spells out. */
function wordsOf({ elements }: AST.Alternative): Word[] {
  const words: Word[] = [];
  let word: Word | null = null;
  for (const element of elements) {
    const letter = keyLetter(element);
    if (letter === null) {
      word = null;
    } else if (word) {
      word.text += letter;
      word.end = element.end;
    } else {
      word = { text: letter, start: element.start, end: element.end };
      words.push(word);
    }
  }
  return words;
}

function keyLetter(element: AST.Element): string | null {
  if (element.type !== 'Character') {
    return null;
  }
  const letter = String.fromCodePoint(element.value);
  return KEY_CHARACTER.test(letter) ? letter.toLowerCase() : null;
}

/**
 * The same regular expression, closed around the key: where `pr-1` is meant,
 * `pr-12` and `my-pr-1` do not match.
 *
 * @public
 */
export function boundKey(pattern: string, key: string): string {
  const root = readPattern(pattern, 'traffic.filter.pattern');
  const words = everyWord(root.alternatives)
    .filter(({ text }) => text === key)
    .sort((a, b) => b.start - a.start);
  return words.reduce(
    (text, { start, end }) =>
      `${text.slice(0, start)}${BEFORE}${text.slice(
        start,
        end,
      )}${AFTER}${text.slice(end)}`,
    pattern,
  );
}

function everyWord(alternatives: AST.Alternative[]): Word[] {
  return alternatives.flatMap(alternative => [
    ...wordsOf(alternative),
    ...alternative.elements.flatMap(wordsInside),
  ]);
}

function wordsInside(element: AST.Element): Word[] {
  switch (element.type) {
    case 'Group':
    case 'CapturingGroup':
      return everyWord(element.alternatives);
    case 'Quantifier':
      return wordsInside(element.element);
    default:
      return [];
  }
}
