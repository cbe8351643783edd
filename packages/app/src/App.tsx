// SPDX-License-Identifier: Apache-2.0
import { createApp } from '@backstage/frontend-defaults';
import { demoSignInModule } from './demo-sign-in';
import { navModule } from './nav';

/** Plugins are not listed here: `app.packages: all` finds them in package.json. */
export const app = createApp({ features: [demoSignInModule, navModule] });
