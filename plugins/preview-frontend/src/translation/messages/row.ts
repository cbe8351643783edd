// SPDX-License-Identifier: Apache-2.0

/** One preview: row, timeline, ways to reach it, failure. */
export const row = {
  row: {
    startedBy: 'started by',
    onBehalf: 'for {{person}}',
    via: {
      portal: 'in the portal',
      api: 'through the API',
      cli: 'on the command line',
      action: 'by a GitHub Action',
      github: 'from GitHub',
      mcp: 'by an agent',
      sweep: 'by the portal itself',
      cluster: 'in the cluster',
    },
    page: 'Open its page',
    updateFailed: 'update to {{image}} failed',
    readOnly:
      'Started elsewhere, by another client of the cluster. Here it can be looked at and stopped; anything else is up to the tool that started it.',
    links: 'Links of {{key}} of {{name}}',
  },
  step: {
    accepted: 'accepted',
    policy: 'allowed',
    resources: 'resources',
    scheduled: 'scheduled',
    pulled: 'image pulled',
    started: 'started',
    available: 'available',
    routed: 'routed',
    verified: 'verified',
  },
  stepStatus: {
    pending: 'to come',
    running: 'running',
    done: 'done',
    failed: 'failed',
    skipped: 'skipped',
    'not-checked': 'not checked',
  },
  timeline: { title: 'Steps', total: '{{duration}} in total' },
  access: {
    title: 'How to reach it',
    curl: 'curl',
    browser: 'Browser extension',
    portForward: 'Port-forward',
    check: {
      curl: 'The answer carries {{header}}. Without that line the stable version answered.',
      browser:
        'Set this request header for {{host}} in an extension that edits headers. In the network view of the browser the answer then carries {{header}}; without it the stable version answered.',
      portForward:
        'This goes straight to the pod, past the gateway: no header is needed, and the answer carries no {{name}}.',
    },
    noUrl: 'No address is known for this preview.',
  },
  differences: {
    title: 'Different from {{name}}',
    added: 'added',
    dropped: 'dropped',
    replaced: 'replaced',
    shared: 'shared',
    none: 'Nothing but the image.',
    count: {
      added_one: '{{count}} addition',
      added_other: '{{count}} additions',
      dropped_one: '{{count}} part dropped',
      dropped_other: '{{count}} parts dropped',
      replaced_one: '{{count}} part replaced',
      replaced_other: '{{count}} parts replaced',
      shared_one: '{{count}} part shared',
      shared_other: '{{count}} parts shared',
    },
  },
  failure: {
    tryAnother: 'Try another image',
    evidence: 'Evidence',
    noEvidence: 'The cluster said nothing more.',
    runbook: 'What to do: {{about}}',
    kind: {
      condition: 'condition',
      event: 'event',
      status: 'status',
      log: 'log',
    },
    stillServing: 'The version before still serves: {{image}}.',
  },
  backstop: {
    behind:
      'Extended here; the cluster itself still has the earlier end. It follows as soon as the cluster answers.',
    unavailable:
      'This cluster keeps no end date of its own: the portal removes the preview in time, but only while the portal runs.',
  },
} as const;
