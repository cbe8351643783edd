// SPDX-License-Identifier: Apache-2.0
import { Option } from 'commander';
import type { CommandEntry } from './CommandEntry';
import { count, withPortal, withWait } from './options';

const HELP = `
Examples:
  preview start -i shop/checkout:pr-7 -e component:default/checkout -k pr-7
  preview start -i shop/checkout:pr-7 -t deployment/checkout -n shop --ttl 2h
  preview start -f mirrord.json -i shop/checkout:pr-7 -k pr-7`;

/** `preview start` */
export const start: CommandEntry = {
  name: 'start',
  group: null,
  declare: parent =>
    withPortal(
      withWait(
        parent
          .command('start')
          .summary(
            'start a preview, or update the one with this target and key',
          )
          .description(
            'Starts an isolated copy of a workload with another image, and waits until it answers. The same target and key is the same preview: it is updated.',
          )
          .option('-i, --image <image>', 'image to run')
          .option(
            '-k, --key <key>',
            'environment key (else PREVIEW_KEY); made up where absent',
          )
          .option(
            '-t, --target <target>',
            'workload to copy: deployment/NAME, statefulset/NAME, rollout/NAME, each with /container/NAME',
          )
          .option('-n, --namespace <namespace>', 'namespace of the workload')
          .addOption(new Option('--target-namespace <namespace>').hideHelp())
          .option(
            '-e, --entity <ref>',
            'entity of the catalog (else PREVIEW_ENTITY, else found by the target)',
          )
          .option(
            '-f, --config-file [path]',
            'configuration of mirrord: JSON, YAML or TOML; - is standard input; without a path .mirrord/mirrord.json',
          )
          .option('--cluster <name>', 'cluster, as the portal calls it')
          .option('--driver <name>', 'kubernetes or mirrord')
          .option(
            '--ttl <time>',
            'how long it lives: 90m, 2h, 3d; a bare number is minutes; infinite',
          )
          .addOption(
            new Option(
              '--mode <mode>',
              'what requests with the key do',
            ).choices(['steal', 'mirror', 'none']),
          )
          .option('--replicas <number>', 'pods of the preview', count)
          .option(
            '--database <branch...>',
            'branch of a database that exists: pg/NAME',
          )
          .option('--reason <text>', 'why, for the audit log')
          .option('--resume', 'also when a person has stopped it'),
      ),
    ).addHelpText('after', HELP),
  load: () => import('../start/start'),
};
