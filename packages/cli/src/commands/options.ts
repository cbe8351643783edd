// SPDX-License-Identifier: Apache-2.0
import { type Command, InvalidArgumentError, Option } from 'commander';

/** A whole number that is not negative. */
export function count(text: string): number {
  if (!/^\d{1,6}$/.test(text)) {
    throw new InvalidArgumentError('Give a whole number.');
  }
  return Number(text);
}

/** Of every command that asks the portal. */
export function withPortal(command: Command): Command {
  return command
    .option(
      '--portal <url>',
      'address of the portal’s backend (else PREVIEW_PORTAL, else the login)',
    )
    .option(
      '--token <token>',
      'who asks (else PREVIEW_TOKEN, else the login); other users of the machine can see it here',
    )
    .option(
      '--retry <times>',
      'ask again while the portal says that it may succeed later',
      count,
    )
    .addOption(
      new Option('-o, --output <form>', 'for people, or one JSON event a line')
        .choices(['table', 'json'])
        .default('table'),
    );
}

/** Which previews are meant. */
export function withWhich(command: Command): Command {
  return command
    .option('-k, --key <key>', 'environment key (else PREVIEW_KEY)')
    .option('-t, --target <target>', 'workload, for example deployment/NAME')
    .option('-n, --namespace <namespace>', 'namespace of the workload')
    .option('-e, --entity <ref>', 'entity, for example component:default/NAME')
    .option('--cluster <name>', 'cluster, as the portal calls it')
    .option('--id <session>', 'one session');
}

/** Of what can wait until the preview answers. */
export function withWait(command: Command): Command {
  return command
    .option('--wait', 'wait until it answers (the default)', true)
    .option('--no-wait', 'end as soon as the portal has taken it')
    .option(
      '--timeout <time>',
      'how long to wait; a bare number is seconds (default: 5m)',
    );
}
