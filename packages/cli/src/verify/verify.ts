// SPDX-License-Identifier: Apache-2.0
import type { Step } from '@preview-environments/backstage-plugin-preview-common';
import type { Context } from '../Context';
import { EXIT_CODES } from '../exitCodes';
import { type CommandOptions, portalCommand } from '../portalCommand';
import type { Which } from '../sessions/findSessions';
import { pickAll } from '../sessions/pick';

/** Has one request with and one without the key sent to every preview. */
export function run(
  context: Context,
  options: CommandOptions & Which,
): Promise<number> {
  return portalCommand(context, options, async tools => {
    let worst: number = EXIT_CODES.ok;
    for (const { id } of await pickAll(tools, options)) {
      const session = await tools.portal.verify(id);
      const step = session.steps.find(({ name }) => name === 'verified');
      tools.output.emit({ type: 'verified', session, step: step ?? null });
      worst = worseOf(worst, codeOf(step));
    }
    return worst;
  });
}

function codeOf(step: Step | undefined): number {
  switch (step?.status) {
    case 'done':
      return EXIT_CODES.ok;
    case 'failed':
      return EXIT_CODES.failed;
    default:
      return EXIT_CODES.unproven;
  }
}

/** A check that failed outweighs one that could not be made. */
function worseOf(one: number, other: number): number {
  return [one, other].includes(EXIT_CODES.failed)
    ? EXIT_CODES.failed
    : Math.max(one, other);
}
