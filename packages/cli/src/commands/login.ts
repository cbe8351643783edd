// SPDX-License-Identifier: Apache-2.0
import { Argument } from 'commander';
import type { CommandEntry } from './CommandEntry';
import { withPortal, withWhich } from './options';

/** `preview login` */
export const login: CommandEntry = {
  name: 'login',
  group: null,
  declare: parent =>
    parent
      .command('login')
      .summary('keep a token of a portal for later commands')
      .description(
        'Logs in with the browser where the portal offers it, else asks for a token. Tries it on the portal, and keeps it in a file that only you can read: ~/.config/preview/credentials.json, or PREVIEW_CREDENTIALS.',
      )
      .option('--portal <url>', 'address of the portal’s backend')
      .option('--with-token', 'read the token from standard input')
      .addHelpText(
        'after',
        `
Examples:
  preview login --portal https://portal.example.com
  backstage-cli auth print-token | preview login --with-token --portal https://portal.example.com`,
      ),
  load: () => import('../login/login'),
};

/** `preview logout` */
export const logout: CommandEntry = {
  name: 'logout',
  group: null,
  declare: parent =>
    parent
      .command('logout')
      .summary('forget the token of a portal')
      .description('Forgets the token of a portal.')
      .option('--portal <url>', 'which one, where there are several'),
  load: () => import('../login/logout'),
};

/** `preview open` */
export const open: CommandEntry = {
  name: 'open',
  group: null,
  declare: parent =>
    withPortal(
      withWhich(
        parent
          .command('open')
          .summary('open the page of a preview in the portal')
          .description(
            'Opens the page of one preview in the browser, and prints its address.',
          )
          .option('--print', 'only print the address'),
      ).option(
        '--app <url>',
        'where people open the portal, if not where its backend is (else PREVIEW_APP)',
      ),
    ).addHelpText('after', '\nExample:\n  preview open -k pr-7'),
  load: () => import('../open/open'),
};

/** `preview completion` */
export const completion: CommandEntry = {
  name: 'completion',
  group: null,
  declare: parent =>
    parent
      .command('completion')
      .summary('print a script that completes this command in your shell')
      .description('Prints a script for your shell.')
      .addArgument(
        new Argument('<shell>', 'your shell').choices(['bash', 'zsh', 'fish']),
      )
      .addHelpText(
        'after',
        `
Examples:
  preview completion bash > /etc/bash_completion.d/preview
  preview completion zsh > "\${fpath[1]}/_preview"
  preview completion fish > ~/.config/fish/completions/preview.fish`,
      ),
  load: () => import('../completion/completion'),
};
