// SPDX-License-Identifier: Apache-2.0
import { Option } from 'commander';
import type { CommandEntry } from './CommandEntry';
import { count, withPortal, withWait, withWhich } from './options';

/** `preview update` */
export const update: CommandEntry = {
  name: 'update',
  group: null,
  declare: parent =>
    withWait(
      withPortal(
        withWhich(
          parent
            .command('update')
            .summary('give a preview another image')
            .description(
              'Gives one preview another image. Where the cluster allows it, the image before serves until the new one is ready.',
            )
            .requiredOption('-i, --image <image>', 'image to run'),
        ).option('--reason <text>', 'why, for the audit log'),
      ),
    ).addHelpText(
      'after',
      '\nExample:\n  preview update -k pr-7 -i shop/checkout:pr-7-2',
    ),
  load: () => import('../update/update'),
};

/** `preview extend` */
export const extend: CommandEntry = {
  name: 'extend',
  group: null,
  declare: parent =>
    withPortal(
      withWhich(
        parent
          .command('extend')
          .summary('move the end of the previews of a key')
          .description(
            'Moves the end of every preview that is meant. The pod is not touched.',
          )
          .option('--by <time>', 'so much later than now planned: 2h, 90m')
          .option('--ttl <time>', 'so long from now; infinite')
          .option('--until <moment>', 'at 2030-01-31T18:00:00Z')
          .option('--pin', 'without an end')
          .option('--unpin', 'with an end again, the default one'),
      ).option('--reason <text>', 'why, for the audit log'),
    ).addHelpText('after', '\nExample:\n  preview extend -k pr-7 --by 2h'),
  load: () => import('../extend/extend'),
};

/** `preview status` */
export const status: CommandEntry = {
  name: 'status',
  group: null,
  declare: parent =>
    withPortal(
      withWhich(
        parent
          .command('status')
          .summary('list previews; one alone says how to reach it')
          .description(
            'Lists the previews that you may see, narrowed by the options.',
          ),
      ).option('--ended', 'also those that are over'),
    ).addHelpText(
      'after',
      '\nExamples:\n  preview status\n  preview status -k pr-7 -o json',
    ),
  load: () => import('../status/status'),
};

/** `preview logs` */
export const logs: CommandEntry = {
  name: 'logs',
  group: null,
  declare: parent =>
    withPortal(
      withWhich(
        parent
          .command('logs')
          .summary('print the log of a preview, also after its end')
          .description(
            'Prints the log of one preview. After its end, the lines that were kept.',
          )
          .option('-f, --follow', 'go on as lines come')
          .option('-c, --container <name>', 'another container than the main'),
      )
        .option('--tail <lines>', 'only the last ones', count)
        .option('--previous', 'of the container before it started again')
        .option('--since <moment>', 'from 2030-01-31T18:00:00Z on'),
    ).addHelpText('after', '\nExample:\n  preview logs -k pr-7 -f --tail 50'),
  load: () => import('../logs/logs'),
};

/** `preview wait` */
export const wait: CommandEntry = {
  name: 'wait',
  group: null,
  declare: parent =>
    withPortal(
      withWhich(
        parent
          .command('wait')
          .summary('wait until previews are ready, stopped or approved')
          .description('Waits until it is so for every preview that is meant.')
          .addOption(
            new Option('--for <what>', 'what to wait for')
              .choices(['ready', 'stopped', 'approved'])
              .default('ready'),
          ),
      ).option('--timeout <time>', 'how long; a bare number is seconds', '5m'),
    ).addHelpText(
      'after',
      '\nExample:\n  preview wait -k pr-7 --for approved --timeout 2h',
    ),
  load: () => import('../wait/wait'),
};

/** `preview verify` */
export const verify: CommandEntry = {
  name: 'verify',
  group: null,
  declare: parent =>
    withPortal(
      withWhich(
        parent
          .command('verify')
          .summary('check that requests with the key, and no others, arrive')
          .description(
            'Has the portal send one request with and one without the key.',
          ),
      ),
    ).addHelpText('after', '\nExample:\n  preview verify -k pr-7'),
  load: () => import('../verify/verify'),
};
