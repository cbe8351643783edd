// SPDX-License-Identifier: Apache-2.0
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The kubectl of `KUBEBUILDER_ASSETS`, else of the PATH; undefined where there is none. */
export function findKubectl(): string | undefined {
  const { KUBEBUILDER_ASSETS, PATH = '' } = process.env;
  return [KUBEBUILDER_ASSETS, ...PATH.split(delimiter)]
    .flatMap(folder => (folder ? [join(folder, 'kubectl')] : []))
    .find(path => existsSync(path));
}

export interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs kubectl; a failure is an outcome, not an error. */
export function runKubectl(
  binary: string,
  kubeconfig: string,
  args: string[],
  input?: string,
): Promise<Outcome> {
  return new Promise(resolve => {
    const child = execFile(
      binary,
      ['--kubeconfig', kubeconfig, ...args],
      (error, stdout, stderr) =>
        resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
    child.stdin?.end(input ?? '');
  });
}
