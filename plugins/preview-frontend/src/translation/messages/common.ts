// SPDX-License-Identifier: Apache-2.0

/** Words that every screen uses. */
export const common = {
  phase: {
    provisioning: 'Starting',
    ready: 'Ready',
    degraded: 'Degraded',
    updating: 'Updating',
    stopping: 'Stopping',
    stopped: 'Stopped',
    failed: 'Failed',
  },
  phaseMeaning: {
    provisioning: 'It is being set up.',
    ready: 'It answers requests that carry its key.',
    degraded: 'It was ready and at present does not answer as it should.',
    updating: 'The next image is coming up.',
    stopping: 'It is being removed.',
    stopped: 'It is over; requests with its key go to the stable version.',
    failed: 'It could not be started, or broke.',
  },
  endReason: {
    stopped: 'stopped',
    expired: 'time was up',
    failed: 'failed',
    'pull-request-closed': 'pull request was closed',
    replaced: 'replaced by another one',
    'target-gone': 'the service was removed from the cluster',
    'entity-removed': 'the service was removed from the catalog',
    'deleted-in-cluster': 'deleted in the cluster',
  },
  units: { d: 'd', h: 'h', min: 'min', s: 's' },
  time: {
    left: '{{duration}} left',
    podKept: 'pod kept for {{duration}}',
    pinned: 'no end',
    ending: 'ending',
    ended: 'ended {{when}}',
    justNow: 'just now',
  },
  ui: {
    loading: 'Loading',
    retry: 'Try again',
    cancel: 'Cancel',
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'Copying is not possible here. Select the text instead.',
    errorTitle: 'This could not be loaded.',
    silence: 'The portal does not answer as it should at the moment.',
    more: 'Show more',
  },
} as const;
