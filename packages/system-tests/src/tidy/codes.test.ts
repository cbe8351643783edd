// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  CODES,
  FAILURE_CODES,
} from '@preview-environments/backstage-plugin-preview-common';
import { codesTable } from './codesTable';
import { ROOT, productFiles } from './sources';

const RUNBOOKS = resolve(ROOT, 'plugins/preview-backend/runbooks');

describe('codes', () => {
  it('every failure has a runbook page, and every page a failure', () => {
    const pages = readdirSync(RUNBOOKS).map(name => name.replace(/\.md$/, ''));
    expect(pages.sort()).toEqual([...FAILURE_CODES].sort());
  });

  it.each(FAILURE_CODES)('the page of %s names its code', code => {
    const page = readFileSync(resolve(RUNBOOKS, `${code}.md`), 'utf8');
    expect(page).toContain(`Code \`${code}\``);
    for (const heading of ['What you see', 'Why it happens', 'What to do']) {
      expect(page).toContain(`## ${heading}`);
    }
  });

  it('the table of codes in the docs is current', () => {
    const path = resolve(ROOT, 'docs/codes.md');
    expect(existsSync(path)).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe(codesTable());
  });

  it('every code is used somewhere', () => {
    const text = productFiles()
      .filter(file => !file.path.includes('/codes/'))
      .map(file => file.text)
      .join('\n');
    const unused = Object.keys(CODES).filter(
      code => !new RegExp(`['"\`]${code}['"\`]|\\b${code}:`).test(text),
    );
    expect(unused).toEqual([]);
  });
});
