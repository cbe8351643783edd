// SPDX-License-Identifier: Apache-2.0
import { USAGE, readOptions } from './options';
import { Running, run } from './run';

/** The command: runs until SIGTERM or Ctrl-C. */
export async function main(args: string[]): Promise<void> {
  let running: Running | undefined;
  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    await running?.stop();
    process.exit(0);
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  try {
    const options = readOptions(args);
    if (options.help) {
      process.stdout.write(USAGE);
      return;
    }
    running = await run(options);
    process.stdout.write(
      `${JSON.stringify({ event: 'ready', ...running.where })}\n`,
    );
  } catch (error) {
    process.stderr.write(
      `demo-cluster: ${
        error instanceof Error ? error.message : String(error)
      }\n`,
    );
    process.exit(1);
  }
}
