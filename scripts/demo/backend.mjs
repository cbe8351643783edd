// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { Child } from './child.mjs';
import { paths } from './paths.mjs';
import { waitFor } from './wait.mjs';

/** Starts the backend, which serves the UI; answers its child once it is ready. */
export async function startBackend(portal, onSpawn) {
  const child = new Child(
    'backend',
    [
      ...['--require', '@backstage/cli/config/nodeTransform.cjs'],
      'src/index.ts',
      ...['app-config.yaml', 'app-config.demo.yaml']
        .map(name => join(paths.root, name))
        .concat(paths.config)
        .flatMap(file => ['--config', file]),
    ],
    { cwd: paths.backend, env: { NODE_ENV: 'development' } },
  );
  onSpawn(child);
  await waitFor(child, 'The portal', async () => {
    const answer = await fetch(`${portal}/.backstage/health/v1/readiness`);
    return answer.ok;
  });
  return child;
}
