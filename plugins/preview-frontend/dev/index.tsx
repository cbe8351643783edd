// SPDX-License-Identifier: Apache-2.0
import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import plugin from '../src';

const examples = createFrontendPlugin({
  pluginId: 'preview-examples',
  extensions: [
    PageBlueprint.make({
      params: {
        path: '/',
        title: 'Every state of every component',
        loader: () => import('./Gallery').then(m => <m.Gallery />),
      },
    }),
  ],
});

createDevApp({ features: [plugin, examples] });
