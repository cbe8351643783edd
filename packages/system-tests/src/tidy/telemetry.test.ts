// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ROOT, productFiles } from './sources';

const read = (path: string) => readFileSync(resolve(ROOT, path), 'utf8');
const RULES = read('deploy/prometheus/rules.yaml');
const TESTS = read('deploy/prometheus/rules.test.yaml');
const DASHBOARD = read('deploy/prometheus/dashboard.json');
const DOCS = read('docs/alerts.md');

const ALERTS = [...RULES.matchAll(/- alert: (\w+)/g)].map(([, name]) => name);

/** Names that the code gives, as Prometheus shows them, without a suffix. */
function measured(): string[] {
  return productFiles()
    .filter(file => file.path.includes('/preview-backend/src/telemetry/'))
    .flatMap(file => [...file.text.matchAll(/'(preview(?:\.\w+)+)'/g)])
    .map(([, name]) => name.replace(/\./g, '_'));
}

function namesIn(text: string): string[] {
  const found = text.match(/\bpreview_[a-z_]+/g) ?? [];
  return [
    ...new Set(
      found.map(name =>
        name
          .replace(/_(bucket|count|sum)$/, '')
          .replace(/_(seconds|total)$/, ''),
      ),
    ),
  ].sort();
}

describe('telemetry', () => {
  it.each(ALERTS)('%s has a test that fires, and a page to go by', alert => {
    expect(TESTS).toMatch(
      new RegExp(`alertname: ${alert}\\s+exp_alerts:\\s+- exp_labels`),
    );
    expect(DOCS).toContain(`## ${alert}\n`);
    expect(RULES).toContain(`runbook: docs/alerts.md#${alert.toLowerCase()}`);
  });

  it('every page has an alert', () => {
    const pages = [...DOCS.matchAll(/^## (\w+)$/gm)].map(([, name]) => name);
    expect(pages.sort()).toEqual([...ALERTS].sort());
  });

  it.each([
    ['rules', RULES],
    ['their tests', TESTS],
    ['dashboard', DASHBOARD],
  ])('%s speak of what is measured only', (_, text) => {
    expect(measured()).toEqual(expect.arrayContaining(namesIn(text)));
  });

  it('everything that is measured is documented', () => {
    expect(namesIn(DOCS)).toEqual([...measured()].sort());
  });
});
