// SPDX-License-Identifier: Apache-2.0
import { createColors } from 'picocolors';
import type { Context } from '../Context';
import { describe } from './describe';
import type { PreviewEvent } from './events';
import { printable } from './printable';
import type { Style } from './style';

/** The form in which a command tells what happens. */
export interface Output {
  readonly json: boolean;
  emit(event: PreviewEvent): void;
  /** Lines for people only. */
  text(make: (style: Style) => string[]): void;
  /** What goes on just now, for people who watch. */
  pending(what: string): void;
}

/** Forms of `--output`. */
export const FORMS = ['table', 'json'] as const;

export function outputOf(
  { terminal, clock, env }: Pick<Context, 'terminal' | 'clock' | 'env'>,
  form: (typeof FORMS)[number],
): Output {
  if (form === 'json') {
    return {
      json: true,
      emit: event => terminal.print(JSON.stringify(event)),
      text: () => {},
      pending: () => {},
    };
  }
  const colors = createColors(terminal.interactive && !env.NO_COLOR);
  const style = () => ({ now: clock.now(), colors });
  return {
    json: false,
    emit: event => {
      const beside = event.type === 'error' || event.type === 'warning';
      const tell = beside ? terminal.error : terminal.print;
      describe(event, style())
        .map(printable)
        .forEach(line => tell(line));
    },
    text: make =>
      make(style())
        .map(printable)
        .forEach(line => terminal.print(line)),
    pending: what => terminal.pending(colors.dim(`… ${what}`)),
  };
}
