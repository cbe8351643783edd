// SPDX-License-Identifier: Apache-2.0
import { mkdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { root } from '../setup/install.mjs';

// Tests start a demo of their own beside the developer's.
const data = resolve(process.env.PREVIEW_DEMO_DATA ?? join(root, '.data'));

/** Where the demo keeps its things; all of it may be deleted. */
export const paths = {
  root,
  data,
  backend: join(root, 'packages/backend'),
  app: join(root, 'packages/app'),
  clusterBin: join(root, 'packages/demo-cluster/bin/demo-cluster'),
  clusterData: join(data, 'cluster'),
  database: join(data, 'sqlite'),
  config: join(data, 'app-config.demo.yaml'),
  catalog: join(data, 'catalog.yaml'),
  state: join(data, 'demo.json'),
  uiStamp: join(root, 'node_modules/.ui.sha256'),
  /** The data folder as one types it at the root of the repository. */
  shown: relative(root, data),
  log: name => join(data, `${name}.log`),
};

/** Tokens and kubeconfigs are kept there: nobody else may read it. */
export function makeDataFolder() {
  mkdirSync(paths.data, { recursive: true, mode: 0o700 });
}
