// SPDX-License-Identifier: Apache-2.0
import { portalUrl } from '../connection/portalUrl';
import type { Context } from '../Context';
import { EXIT_CODES } from '../exitCodes';
import { type CommandOptions, portalCommand } from '../portalCommand';
import type { Which } from '../sessions/findSessions';
import { pickOne } from '../sessions/pick';

export interface OpenOptions extends CommandOptions, Which {
  app?: string;
  print?: boolean;
}

/** Opens the page of a preview in the portal. */
export function run(context: Context, options: OpenOptions): Promise<number> {
  return portalCommand(context, options, async tools => {
    const { id } = await pickOne(tools, { ...options, ended: true });
    const app = options.app ?? context.env.PREVIEW_APP;
    const base = app ? portalUrl(app, '--app') : tools.portal.url;
    const url = `${base}/previews/sessions/${encodeURIComponent(id)}`;
    tools.output.emit({ type: 'page', session: id, url });
    if (context.terminal.interactive && !options.print) {
      await context.browse(url);
    }
    return EXIT_CODES.ok;
  });
}
