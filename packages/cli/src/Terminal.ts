// SPDX-License-Identifier: Apache-2.0

/** Where a command writes, and how it ends. */
export interface Terminal {
  /** Whether a person is looking; else plain lines only. */
  readonly interactive: boolean;
  /** One line of the result. */
  print(line: string): void;
  /** Part of the result as it comes, without a line break of its own. */
  write(text: string): void;
  /** One line for people, beside the result. */
  error(line: string): void;
  /** What goes on just now: the next line takes its place. */
  pending(line: string): void;
  exit(code: number): void;
}

/** The terminal of this process. It ends once everything is written. */
export function processTerminal(): Terminal {
  const { stdout, stderr } = process;
  const interactive = stdout.isTTY === true && process.env.TERM !== 'dumb';
  let waiting = false;
  const clear = () => {
    if (waiting) {
      stdout.write('\r\x1b[2K');
      waiting = false;
    }
  };
  // Whoever reads may have had enough, as `head` does.
  stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') {
      process.exit();
    }
  });
  return {
    interactive,
    print: line => {
      clear();
      stdout.write(`${line}\n`);
    },
    write: text => {
      clear();
      stdout.write(text);
    },
    error: line => {
      clear();
      stderr.write(`${line}\n`);
    },
    pending: line => {
      if (interactive) {
        clear();
        stdout.write(line.slice(0, Math.max(0, (stdout.columns ?? 80) - 1)));
        waiting = true;
      }
    },
    exit: code => {
      clear();
      process.exitCode = code;
    },
  };
}
