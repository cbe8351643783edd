// SPDX-License-Identifier: Apache-2.0
import { entityLinks } from './entityLinks';
import { linkProblems } from './linkProblems';
import { renderLinks } from './renderLinks';
import type { LinkValues } from './template';

const values: LinkValues = {
  session: 's-1',
  key: 'pr-1',
  entity: 'component:default/a b',
  cluster: 'demo',
  namespace: 'shop',
  target: 'deployment/a',
  image: 'shop/a:x&y',
  pod: null,
  from: 1_893_456_000_123,
  to: 1_893_459_600_000,
};
const template = (url: string, title = 'Logs') => ({ title, url, icon: null });
const render = (url: string) =>
  renderLinks([template(url)], [], values).map(link => link.url);

describe('renderLinks', () => {
  it.each([
    ['https://logs/?q={{ key }}', 'https://logs/?q=pr-1'],
    [
      'https://logs/?q={{entity}}',
      'https://logs/?q=component%3Adefault%2Fa%20b',
    ],
    [
      'https://logs/?i={{ image }}&k={{key}}',
      'https://logs/?i=shop%2Fa%3Ax%26y&k=pr-1',
    ],
    ['http://{{ namespace }}.logs/', 'http://shop.logs/'],
    // Grafana
    [
      'https://grafana/d/1?var-key={{ key }}&from={{ from | ms }}&to={{ to|ms }}',
      'https://grafana/d/1?var-key=pr-1&from=1893456000123&to=1893459600000',
    ],
    // Grafana Explore, whose state is JSON
    [
      'https://g/?left={"q":"{ns=\'{{ namespace }}\'}","range":{"to":"{{to|ms}}"}}',
      'https://g/?left={"q":"{ns=\'shop\'}","range":{"to":"1893459600000"}}',
    ],
    // Kibana
    [
      "https://kibana/app/discover#/?_g=(time:(from:'{{ from }}',to:'{{ to | iso }}'))",
      "https://kibana/app/discover#/?_g=(time:(from:'2030-01-01T00%3A00%3A00.123Z',to:'2030-01-01T01%3A00%3A00.000Z'))",
    ],
    // Datadog
    [
      'https://datadog/logs?query=kube_namespace:{{ namespace }}&from_ts={{from|ms}}&to_ts={{to|ms}}',
      'https://datadog/logs?query=kube_namespace:shop&from_ts=1893456000123&to_ts=1893459600000',
    ],
    // Jaeger
    [
      'https://jaeger/search?start={{ from | us }}&end={{ to | us }}',
      'https://jaeger/search?start=1893456000123000&end=1893459600000000',
    ],
    // Splunk, Loki
    [
      'https://x/?earliest={{ from | s }}&start={{ from | ns }}',
      'https://x/?earliest=1893456000&start=1893456000123000000',
    ],
  ])('fills %s', (url, filled) => {
    expect(render(url)).toEqual([filled]);
  });

  it('leaves out what is not known yet', () => {
    expect(render('https://logs/?q={{ pod }}')).toEqual([]);
    expect(
      linkProblems('preview.links', [template('https://logs/{{ pod }}')]),
    ).toEqual([]);
  });

  it.each([
    ['https://logs/?q={{ unknown }}', 'this place is not known'],
    ['https://logs/?q={{ constructor }}', 'this place is not known'],
    ['https://logs/?q={{}}', 'this place is not known'],
    ['https://logs/?q={{ from | epoch }}', 'form of a moment is not known'],
    ['https://logs/?q={{ from | toString }}', 'form of a moment'],
    ['https://logs/?q={{ key | ms }}', 'only moments have a form'],
    ['https://logs/?q={{ key', 'not closed'],
    ['javascript:{{ key }}', 'starts with http'], // eslint-disable-line no-script-url
    ['{{ key }}://logs', 'starts with http'],
    ['https://', 'starts with http'],
    ['https://{{ entity }}/', 'starts with http'],
  ])('leaves %s out and says why', (url, problem) => {
    expect(render(url)).toEqual([]);
    expect(linkProblems('preview.links', [template(url)])).toEqual([
      {
        source: 'preview.links',
        title: 'Logs',
        url,
        problem: expect.stringContaining(problem),
      },
    ]);
  });

  it('takes an entity’s own link in place of one with its title', () => {
    const own = entityLinks({
      'backstage.io/x': 'https://other',
      'preview-environments.io/link-error-rate': 'https://own/{{ key }}/rate',
      'preview-environments.io/link-logs': 'https://own/{{ key }}',
      'preview-environments.io/link-': 'https://nameless',
    });
    const configured = [
      template('https://all/logs'),
      template('https://all/traces', 'Traces'),
    ];
    expect(renderLinks(configured, own, values)).toEqual([
      { title: 'Logs', url: 'https://own/pr-1', icon: 'logs' },
      { title: 'Traces', url: 'https://all/traces', icon: null },
      {
        title: 'Error rate',
        url: 'https://own/pr-1/rate',
        icon: 'error-rate',
      },
    ]);
  });
});
