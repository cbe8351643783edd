// SPDX-License-Identifier: Apache-2.0
import type { PortalOptions } from '../connection/connect';
import { readCredentials, writeCredentials } from '../connection/credentials';
import { portalUrl } from '../connection/portalUrl';
import type { Context } from '../Context';
import { EXIT_CODES } from '../exitCodes';
import { explained } from '../explained';

/** Forgets the token of a portal. Its own life is not shortened by this. */
export function run(context: Context, options: PortalOptions): Promise<number> {
  return explained(context, options, async output => {
    const kept = readCredentials(context);
    const named = options.portal ?? context.env.PREVIEW_PORTAL ?? kept.current;
    const portal = named && portalUrl(named, '--portal');
    if (!portal || !kept.portals[portal]) {
      output.text(() => ['Not logged in.']);
      return EXIT_CODES.ok;
    }
    const { [portal]: _, ...portals } = kept.portals;
    const [next = null] = Object.keys(portals);
    const current = kept.current === portal ? next : kept.current;
    writeCredentials(context, { current, portals });
    output.text(() => [`Logged out of ${portal}.`]);
    return EXIT_CODES.ok;
  });
}
