// SPDX-License-Identifier: Apache-2.0
import { Kind } from '../Kind';
import { appsKinds } from './apps';
import { batchKinds } from './batch';
import { coreKinds } from './core';
import { extensionKinds } from './extensions';
import { gatewayKinds } from './gateway';
import { policyKinds } from './policies';

/** Every kind that is served from the start. */
export const builtinKinds: Kind[] = [
  ...coreKinds,
  ...appsKinds,
  ...batchKinds,
  ...policyKinds,
  ...extensionKinds,
  ...gatewayKinds,
];
