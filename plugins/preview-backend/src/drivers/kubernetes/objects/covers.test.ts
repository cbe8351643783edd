// SPDX-License-Identifier: Apache-2.0
import { covers } from './covers';

const http = { name: 'http', port: 80 };
const metrics = { name: 'metrics', port: 9090 };

describe('covers', () => {
  it.each([
    ['defaults of the API server', { a: 1, b: 2 }, { a: 1 }, true],
    ['another value', { a: 1 }, { a: 2 }, false],
    ['a field that is gone', {}, { a: 1 }, false],
    ['entries with defaults', [{ a: 1, b: 2 }], [{ a: 1 }], true],
    ['an entry more', [1, 2], [1], false],
    ['another order', [1, 2], [2, 1], false],
    ['nothing where a list is wanted', null, [1], false],
    [
      'ports that were merged into another order',
      { ports: [{ ...metrics, protocol: 'TCP' }, http] },
      { ports: [http, metrics] },
      true,
    ],
    ['a port more', { ports: [http, metrics] }, { ports: [http] }, false],
    ['another port', { ports: [http] }, { ports: [metrics] }, false],
    ['no ports', {}, { ports: [http] }, false],
  ])('%s', (_, live, wanted, expected) => {
    expect(covers(live, wanted)).toBe(expected);
  });
});
