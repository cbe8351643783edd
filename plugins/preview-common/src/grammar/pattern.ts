// SPDX-License-Identifier: Apache-2.0
import { type AST, RegExpParser } from '@eslint-community/regexpp';
import { previewError } from '../codes/PreviewError';

/*
 * Regular expressions are run elsewhere, by an engine of another dialect.
 * What is taken here means the same in both, so that what we conclude of an
 * expression also holds there.
 */

const LONGEST = 4096;
const parser = new RegExpParser({ ecmaVersion: 2025 });

/**
 * Whether a text is a regular expression that all engines read alike.
 *
 * @throws PreviewError `InvalidFilter`
 * @public
 */
export function checkPattern(text: string, field: string): void {
  readPattern(text, field);
}

/**
 * Reads a regular expression.
 *
 * @throws PreviewError `InvalidFilter` for what is none, and for what other
 * dialects would read in another way
 */
export function readPattern(text: string, field: string): AST.Pattern {
  const pattern = parse(text);
  const doubt = pattern ? doubtful(pattern) : 'This is no regular expression';
  if (!pattern || doubt) {
    throw previewError('InvalidFilter', {
      message: `${doubt}.`,
      hint: 'Use plain syntax that every engine reads alike; put "\\" before characters that shall stand for themselves.',
      field,
    });
  }
  return pattern;
}

function parse(text: string): AST.Pattern | null {
  if (text === '' || text.length > LONGEST || text.includes('\0')) {
    return null;
  }
  try {
    return parser.parsePattern(text);
  } catch {
    return null;
  }
}

/** Escaped letters that mean the same everywhere. */
const ESCAPED = /^\\[tnrfv]$/;

/** What other engines would read in another way, in words. */
function doubtful(pattern: AST.Pattern): string | null {
  let found: string | null = null;
  const look = (character: AST.Character) => {
    const { raw } = character;
    if (raw === '{' || raw === '}') {
      found ??= `"${raw}" alone means something else to other engines`;
    }
    if (/^\\[A-Za-z0-9]/.test(raw) && !ESCAPED.test(raw)) {
      found ??= `"${raw}" means something else to other engines`;
    }
  };
  visit(pattern.alternatives, element => {
    if (element.type === 'Character') {
      look(element);
    }
    if (element.type === 'CharacterClass') {
      found ??= doubtfulClass(element.raw);
    }
    if (element.type === 'Backreference') {
      found ??= 'References to groups are not taken';
    }
  });
  return found;
}

function doubtfulClass(raw: string): string | null {
  const inner = raw.replace(/^\[\^?/, '').slice(0, -1);
  const plain = inner.replace(/\\[^A-Za-z0-9]/g, '');
  const odd =
    inner === '' ||
    /\[|&&|--|~~/.test(plain) ||
    (plain.match(/\\[A-Za-z0-9]/g) ?? []).some(
      each => !/^\\[tnrfvdDwWsS]$/.test(each),
    );
  return odd ? `The class ${raw} means something else to other engines` : null;
}

/** Every element, those inside of groups included. */
function visit(
  alternatives: AST.Alternative[],
  see: (element: AST.Element) => void,
): void {
  const one = (element: AST.Element) => {
    see(element);
    if (element.type === 'Quantifier') {
      one(element.element);
    } else if ('alternatives' in element) {
      visit(element.alternatives, see);
    }
  };
  alternatives.forEach(({ elements }) => elements.forEach(one));
}
