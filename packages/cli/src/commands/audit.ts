// SPDX-License-Identifier: Apache-2.0
import type { CommandEntry } from './CommandEntry';

const VERIFY_HELP = `
Exit codes: 0 everything holds; 1 something was altered; 2 wrong use, or a
file cannot be read; 3 nothing is wrong, but the bundle does not reach back
to a checkpoint of --since.

Examples:
  preview audit verify bundle.jsonl --since kept.txt --key key.txt
  preview audit verify bundle.jsonl --key 'portal.example.com+1a2b3c4d+AX…'`;

/** `preview audit verify` */
export const auditVerify: CommandEntry = {
  name: 'audit verify',
  group: { name: 'audit', description: 'Check what the audit log says' },
  declare: parent =>
    parent
      .command('verify')
      .summary('check an evidence bundle, offline')
      .description(
        'Checks an evidence bundle of the audit log. Needs neither portal nor database.',
      )
      .argument('<file>', 'the bundle; - reads standard input')
      .option(
        '--since <checkpoint...>',
        'checkpoints that you kept elsewhere: files with one or more, or one as text',
      )
      .option(
        '--key <key...>',
        'keys to trust, NAME+ID+KEY: as text, or files with one per line',
      )
      .option('-o, --output <form>', 'text or json', 'text')
      .addHelpText('after', VERIFY_HELP),
  load: () => import('../audit/verify'),
};
