// SPDX-License-Identifier: Apache-2.0
import { aReport } from '../../examples/options';
import type { ExampleStates } from '../../examples/types';
import type { Preflight } from '../../hooks/usePreflight';
import { Checks } from './Checks';

const checks = (preflight: Preflight) => () =>
  <Checks preflight={preflight} name="checkout" />;

const done = (part: Parameters<typeof aReport>[0]) =>
  checks({ state: 'done', report: aReport(part) });

export const states: ExampleStates = {
  Waiting: {
    render: checks({ state: 'waiting' }),
    shows: /as soon as the image is given/,
  },
  Running: {
    render: checks({ state: 'running', last: null }),
    shows: 'Checking',
  },
  Passed: {
    render: done({ notCoveredDeclared: true }),
    shows: 'Declared: nothing is left out by the key.',
  },
  NotDeclared: { render: done({}), shows: /is not declared/ },
  NotCovered: {
    render: done({
      notCoveredDeclared: true,
      notCovered: [
        { what: 'Kafka group checkout', why: 'it reads the same topic' },
      ],
    }),
    shows: /Kafka group checkout: it reads the same topic/,
  },
  Failed: {
    render: done({
      ok: false,
      checks: [
        {
          name: 'quota',
          status: 'failed',
          message: 'The namespace has no quota left for one more pod.',
          code: 'QuotaExceeded',
          field: null,
          hint: 'Stop a preview in this namespace.',
        },
      ],
    }),
    shows: /no quota left/,
  },
  OnePodOnly: { render: done({ update: 'recreate' }), shows: /short gap/ },
  Refused: {
    render: checks({
      state: 'refused',
      refusal: {
        code: 'ImageNotAllowed',
        message: 'This image is not allowed here.',
        hint: null,
        field: 'image',
      },
    }),
    shows: 'This image is not allowed here.',
  },
  Unknown: {
    render: checks({ state: 'unknown' }),
    shows: /could not be run/,
  },
};
