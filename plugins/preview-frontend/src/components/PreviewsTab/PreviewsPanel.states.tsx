// SPDX-License-Identifier: Apache-2.0
import type { PreviewApi } from '@preview-environments/backstage-plugin-preview-common';
import { listing, listingForReader, never, refusing } from '../../examples/api';
import { aTarget, someOptions } from '../../examples/options';
import {
  CHECKOUT,
  aSession,
  ended,
  failedWith,
  named,
  starting,
} from '../../examples/sessions';
import type { ExampleState, ExampleStates } from '../../examples/types';
import { PreviewsPanel } from './PreviewsPanel';

function panel(api: Partial<PreviewApi>, shows: string | RegExp): ExampleState {
  return {
    render: () => <PreviewsPanel entityRef={CHECKOUT} name="checkout" />,
    api,
    shows,
  };
}

const several = [
  aSession(),
  aSession(named('demo-friday-m2p8w4', '1.9.0-rc2'), starting),
  aSession(named('pr-1051', 'fix-rounding'), failedWith('ImagePullFailed')),
];

const withOptions = (options: Parameters<typeof someOptions>[0]) => ({
  ...listing([]),
  entityOptions: async () => someOptions(options),
});

const quota = (limit: number, used: number) => ({ limit, used });

export const states: ExampleStates = {
  Several: panel(
    listing(several, [aSession(named('pr-990', 'old'), ended)]),
    /1 running · 1 starting · 1 failed · you may run 4 more/,
  ),
  TeamQuota: panel(
    withOptions({ quota: { perUser: quota(5, 1), perOwner: quota(20, 18) } }),
    /none running · your team may run 2 more/,
  ),
  OwnQuotaUsedUp: panel(
    withOptions({ quota: { perUser: quota(5, 5), perOwner: quota(20, 8) } }),
    /none running · your own quota of 5 is used up(?! ·)/,
  ),
  One: panel(listing([aSession()]), /curl -i/),
  Empty: panel(listing([]), /No preview of checkout is running. Start one/),
  EmptyForReader: panel(listingForReader([]), /can start previews/),
  SeveralForReader: panel(listingForReader(several), /can start previews/),
  Frozen: panel(
    withOptions({ frozen: true }),
    /Starting previews is switched off/,
  ),
  BrokenLink: panel(
    withOptions({
      linkProblems: [
        {
          source: 'preview.links',
          title: 'Logs',
          url: 'ftp://logs/{{ pod }}',
          problem: 'Only http and https lead anywhere.',
        },
      ],
    }),
    /The link Logs of preview.links is not shown: Only http/,
  ),
  NoCluster: panel(
    withOptions({ targets: [] }),
    /No cluster is set up on which checkout/,
  ),
  NotBound: panel(
    withOptions({
      targets: [
        aTarget({
          problem: {
            code: 'TargetNotOfEntity',
            message: 'This workload does not belong to the service.',
            hint: 'Annotate it.',
          },
        }),
      ],
    }),
    /kubectl annotate/,
  ),
  NotAnnotated: panel(
    {
      ...listing([]),
      entityOptions: refusing(422, {
        code: 'EntityNotAnnotated',
        message: 'The entity names no workload.',
      }),
    },
    /The entity names no workload/,
  ),
  Loading: panel(
    { ...listing([]), listSessions: never, entityOptions: never },
    'Previews',
  ),
  Error: panel(
    {
      ...listing([]),
      listSessions: refusing(503, {
        code: 'ClusterUnreachable',
        message: 'The cluster does not answer.',
        hint: 'Nothing is lost.',
      }),
    },
    'Try again',
  ),
};
