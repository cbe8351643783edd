// SPDX-License-Identifier: Apache-2.0
import { type LinkValues, renderLinks } from './renderLinks';

const values: LinkValues = {
  session: 's-1',
  key: 'pr-1',
  entity: 'component:default/a b',
  cluster: 'demo',
  namespace: 'shop',
  target: 'deployment/a',
  image: 'shop/a:x&y',
  pod: null,
  start: '2030-01-01T00:00:00.000Z',
  end: null,
};
const render = (url: string) =>
  renderLinks([{ title: 'Logs', url, icon: null }], values).map(
    link => link.url,
  );

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
  ])('fills %s', (template, url) => {
    expect(render(template)).toEqual([url]);
  });

  it.each([
    'https://logs/?q={{ pod }}',
    'https://logs/?q={{ unknown }}',
    'https://logs/?q={{ constructor }}',
    'javascript:{{ key }}', // eslint-disable-line no-script-url
    'https://',
  ])('leaves %s out', template => {
    expect(render(template)).toEqual([]);
  });
});
