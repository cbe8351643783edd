// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

// This package only ever runs from the repository.
// eslint-disable-next-line no-restricted-syntax
export const ROOT = resolve(__dirname, '../../../..');

export interface SourceFile {
  /** Relative to the repository, with forward slashes. */
  path: string;
  text: string;
  lines: number;
}

const CODE = /\.(ts|tsx|mjs|js)$/;
const GENERATED = /(generated|__generated__)|\.d\.ts$|report.*\.api\.md$/;
const TESTS = /\.test\.tsx?$|\/(testUtils|dev|e2e-tests)\/|\.states\.tsx$/;

/** Every file of ours that git tracks or would track. */
export function trackedFiles(): string[] {
  return execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard'],
    { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26 },
  )
    .split('\n')
    .filter(path => path !== '');
}

export function codeFiles(): SourceFile[] {
  return trackedFiles()
    .filter(path => /^(packages|plugins|scripts)\//.test(path))
    .filter(path => CODE.test(path) && !GENERATED.test(path))
    .map(path => {
      const text = readFileSync(resolve(ROOT, path), 'utf8');
      return { path, text, lines: text.trimEnd().split('\n').length };
    });
}

/** Code that ships or drives the house, without tests and their helpers. */
export function productFiles(): SourceFile[] {
  return codeFiles().filter(
    file =>
      !TESTS.test(file.path) && !file.path.startsWith('packages/system-tests/'),
  );
}

/** Module names that a file imports, relative ones resolved to paths. */
export function importsOf(file: SourceFile): string[] {
  const found = file.text.matchAll(
    /(?:from\s+|import\s*\(\s*|require\(\s*|import\s+)'([^']+)'/g,
  );
  return [...found].map(([, name]) =>
    name.startsWith('.') ? resolve('/', file.path, '..', name).slice(1) : name,
  );
}
