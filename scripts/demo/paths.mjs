// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { root } from '../setup/install.mjs';

const data = join(root, '.data');

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
  uiStamp: join(data, 'ui.sha256'),
  log: name => join(data, `${name}.log`),
};
