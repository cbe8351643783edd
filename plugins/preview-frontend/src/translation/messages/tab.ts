// SPDX-License-Identifier: Apache-2.0

/** Previews tab and overview card. */
export const tab = {
  tab: {
    title: 'Previews',
    start: 'Start preview',
    count: {
      ready: '{{number}} running',
      provisioning: '{{number}} starting',
      updating: '{{number}} updating',
      degraded: '{{number}} degraded',
      failed: '{{number}} failed',
      stopping: '{{number}} stopping',
    },
    none: 'none running',
    teamMayRun: 'your team may run {{number}} more',
    youMayRun: 'you may run {{number}} more',
    ownUsedUp: 'your own quota of {{limit}} is used up',
    empty:
      'No preview of {{name}} is running. Start one to see a change beside the stable version, with real traffic that carries your key.',
    emptyTitle: 'No preview is running',
    emptyReader: 'No preview of {{name}} is running.',
    active: 'Previews of {{name}}',
    onlyOwners: 'Only owners of {{name}} ({{owner}}) can start previews.',
    frozen:
      'Starting previews is switched off at present. Those that run go on.',
    brokenLink:
      'The link {{title}} of {{source}} is not shown: {{problem}} Only admins see this.',
    ended: 'Ended',
    endedCount: 'Ended ({{number}})',
    endedNone: 'Nothing has ended yet.',
  },
  missing: {
    title: 'Previews of {{name}} need one more step',
    who: {
      owners: 'The owners of {{name}} can add it.',
      platform: 'The platform team can add it.',
    },
    where: {
      catalog: 'In the catalog file of {{name}}:',
      workload: 'In the cluster, on the workload of {{name}}:',
      config: 'In the configuration of the portal:',
    },
    noTarget: 'No cluster is set up on which {{name}} may be previewed.',
  },
  card: {
    title: 'Previews',
    empty: 'None running.',
    more: 'and {{number}} more',
  },
} as const;
