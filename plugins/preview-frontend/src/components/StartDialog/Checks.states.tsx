// SPDX-License-Identifier: Apache-2.0
import { aReport } from '../../examples/options';
import type { ExampleStates } from '../../examples/types';
import type { Preflight } from '../../hooks/usePreflight';
import type { FormProblem } from '../../model/startForm';
import { Checks } from './Checks';

const checks =
  (preflight: Preflight, problem: FormProblem | null = null) =>
  () =>
    (
      <Checks
        preflight={preflight}
        problem={problem}
        name="checkout"
        told={[]}
      />
    );

const waiting = (problem: FormProblem) => checks({ state: 'waiting' }, problem);

const done = (part: Parameters<typeof aReport>[0]) =>
  checks({ state: 'done', report: aReport(part) });

export const states: ExampleStates = {
  Waiting: {
    render: waiting({ is: 'image-missing' }),
    shows: /as soon as the image is given/,
  },
  WaitingForImage: {
    render: waiting({ is: 'image-invalid', message: 'It has a space.' }),
    shows: 'The checks wait for a valid image.',
  },
  WaitingForKey: {
    render: waiting({ is: 'key' }),
    shows: 'The checks wait for a valid key.',
  },
  WaitingForTime: {
    render: waiting({ is: 'ttl-range' }),
    shows: 'The checks wait for a valid time.',
  },
  WaitingForCopies: {
    render: waiting({ is: 'replicas' }),
    shows: 'The checks wait for a valid number of copies.',
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
