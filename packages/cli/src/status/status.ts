// SPDX-License-Identifier: Apache-2.0
import type { Context } from '../Context';
import { EXIT_CODES } from '../exitCodes';
import { howToReach } from '../output/howToReach';
import { type CommandOptions, portalCommand } from '../portalCommand';
import { findSessions, type Which } from '../sessions/findSessions';
import { keyOf } from '../sessions/pick';
import { sessionRows } from './sessionRows';
import { table } from './table';

/** Lists previews; the only one also says how to reach it. */
export function run(
  context: Context,
  options: CommandOptions & Which,
): Promise<number> {
  return portalCommand(context, options, async ({ portal, output }) => {
    const key = keyOf(options, context.env);
    const found = await findSessions(portal, { ...options, key });
    if (output.json) {
      found.forEach(session => output.emit({ type: 'session', session }));
    }
    output.text(style => {
      const [first, ...more] = found;
      if (!first) {
        return ['no previews found'];
      }
      const reach =
        more.length === 0 && first.endedAt === null
          ? ['', ...howToReach(first, style)]
          : [];
      return [...table(sessionRows(found, style.now)), ...reach];
    });
    return EXIT_CODES.ok;
  });
}
