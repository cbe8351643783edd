// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ActionFile, readAction } from './actionFile';
import { fillIn } from './fillIn';
import { readOutputs } from './readOutputs';
import { RunnerLog } from './RunnerLog';

/** What one use of the action came to. */
export interface Used {
  code: number;
  outputs: Record<string, string>;
  /** As people see it: commands taken out, secrets masked. */
  log: string;
  annotations: { level: string; text: string }[];
  summary: string;
  /** Everything that the steps wrote, as they wrote it. */
  raw: string;
}

/** Uses a composite action of this repository as GitHub's runner does. */
export class CompositeRunner {
  private readonly action: ActionFile;
  private readonly temp = mkdtempSync(join(tmpdir(), 'preview-runner-'));

  /**
   * @param folder - of the action
   * @param env - of the job: `GITHUB_…`, tokens, what the workflow sets
   */
  constructor(
    private readonly folder: string,
    private readonly env: Record<string, string>,
  ) {
    this.action = readAction(folder);
  }

  /** The same runner in a job with other variables. */
  with(env: Record<string, string>): CompositeRunner {
    return new CompositeRunner(this.folder, { ...this.env, ...env });
  }

  async use(inputs: Record<string, string>): Promise<Used> {
    const given: Record<string, string> = {};
    for (const [name, input] of Object.entries(this.action.inputs)) {
      given[name] = inputs[name] ?? input.default ?? '';
    }
    const unknown = Object.keys(inputs).filter(name => !(name in given));
    if (unknown.length > 0) {
      throw new Error(`The action has no input ${unknown.join(', ')}`);
    }
    const log = new RunnerLog();
    const steps: Record<string, Record<string, string>> = {};
    const summary = this.file('');
    let code = 0;
    for (const step of this.action.runs.steps) {
      const output = this.file('');
      const script = this.file(fillIn(step.run, { inputs: given, steps }));
      const env = Object.entries(step.env ?? {}).map(([name, value]) => [
        name,
        fillIn(value, { inputs: given, steps }),
      ]);
      code = await this.bash(log, script, {
        ...Object.fromEntries(env),
        GITHUB_ENV: this.file(''),
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: summary,
      });
      steps[step.id ?? ''] = readOutputs(readFileSync(output, 'utf8'));
      if (code !== 0) {
        break;
      }
    }
    const outputs = Object.entries(this.action.outputs).map(
      ([name, { value }]) => [name, fillIn(value, { inputs: given, steps })],
    );
    return {
      code,
      outputs: Object.fromEntries(outputs),
      log: log.text(),
      annotations: log.annotations,
      summary: log.masked(readFileSync(summary, 'utf8')),
      raw: log.raw,
    };
  }

  remove(): void {
    rmSync(this.temp, { recursive: true, force: true });
  }

  private file(text: string): string {
    const path = join(mkdtempSync(join(this.temp, 'file-')), 'file');
    writeFileSync(path, text);
    return path;
  }

  /** As `shell: bash` stands for. */
  private bash(
    log: RunnerLog,
    script: string,
    env: Record<string, string>,
  ): Promise<number> {
    const child = spawn(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', script],
      {
        cwd: this.temp,
        env: {
          PATH: process.env.PATH,
          HOME: this.temp,
          RUNNER_TEMP: this.temp,
          GITHUB_ACTION_PATH: this.folder,
          ...this.env,
          ...env,
        },
      },
    );
    child.stdin.end();
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', text => log.add(text));
    }
    return new Promise((done, failed) => {
      child.on('error', failed);
      child.on('close', code => done(code ?? 1));
    });
  }
}
