// SPDX-License-Identifier: Apache-2.0

/** How long a real node may take for anything, in milliseconds. */
export const PATIENCE = 120_000;

/** What this suite must be told about the cluster. */
export interface Settings {
  /** Of an administrator. The cluster has the Gateway API installed. */
  kubeconfig: string;
  /** The node has its tags `stable`, `feature-x` and `feature-y`. */
  repository: string;
}

/** @throws Error naming the variable that is not set, and what it is for */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  return {
    kubeconfig: wanted(
      env,
      'KUBECONFIG',
      'the file that names a cluster with a node and the Gateway API',
    ),
    repository: wanted(
      env,
      'PREVIEW_TEST_IMAGES',
      'a repository whose tags stable, feature-x and feature-y are on the node; each is a web server on port 8080 that answers / with its tag and /healthz with 200',
    ),
  };
}

function wanted(env: NodeJS.ProcessEnv, name: string, what: string): string {
  const value = env[name];
  if (!value) {
    throw new Error(`Set ${name} to ${what}.`);
  }
  return value;
}
