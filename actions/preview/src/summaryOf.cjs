// SPDX-License-Identifier: Apache-2.0
// @ts-check
'use strict';

/** @type {Record<string, string>} */
const WORDS = {
  superseded: 'a newer image took over',
  'kept-stopped': 'a person stopped it, so it stays stopped',
};

/**
 * How to reach a preview, as Markdown.
 *
 * @param {any} session
 * @param {string} outcome
 */
function summaryOf(session, outcome) {
  const { key, entityRef, image, access, expiresAt, failure } = session;
  const facts = [
    ['Service', entityRef],
    ['Image', image],
    ['Address', access.url ?? access.reason],
    ...Object.entries(access.headers).map(([name, value]) => [
      'Header',
      `${name}: ${value}`,
    ]),
    ['Ends', expiresAt ?? 'never'],
    ['Why not', failure ? `${failure.message} ${failure.hint}` : null],
  ];
  return [
    `### Preview ${code(key)}: ${WORDS[outcome] ?? outcome}`,
    '',
    '| | |',
    '| --- | --- |',
    ...facts
      .filter(([, value]) => value)
      .map(([name, value]) => `| ${name} | ${code(value)} |`),
    ...(access.curl ? ['', ...fenced(access.curl)] : []),
  ].join('\n');
}

/**
 * Text that Markdown leaves alone, also in a cell of a table.
 *
 * @param {unknown} value
 */
function code(value) {
  const text = String(value)
    .replace(/[\r\n]+/g, ' ')
    .replace(/\|/g, '\\|');
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** @param {string} command */
function fenced(command) {
  const fence = command.includes('```') ? '~~~~' : '```';
  return [`${fence}sh`, command, fence];
}

module.exports = { summaryOf };
