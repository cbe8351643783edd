// SPDX-License-Identifier: Apache-2.0
import type { CommandEntry } from './CommandEntry';
import { withPortal, withWhich } from './options';

const HELP = `
Nothing to stop is a success, so that it can be repeated.

Examples:
  preview stop -k pr-7
  preview stop -k pr-7 -t deployment/checkout -n shop`;

/** `preview stop` */
export const stop: CommandEntry = {
  name: 'stop',
  group: null,
  declare: parent =>
    withPortal(
      withWhich(
        parent
          .command('stop')
          .summary('stop every preview of a key')
          .description(
            'Stops every preview of a key, in all namespaces and clusters, or those that the other options leave.',
          ),
      )
        .option('--dry-run', 'only say what would be stopped')
        .option('--reason <text>', 'why, for the audit log'),
    ).addHelpText('after', HELP),
  load: () => import('../stop/stop'),
};
