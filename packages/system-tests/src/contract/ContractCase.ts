// SPDX-License-Identifier: Apache-2.0
import type { Need } from '../fixtures/TestServer';
import type { World, WorldOptions } from '../fixtures/World';

/** One promise of the driver, to be kept on every server that can show it. */
export interface ContractCase {
  name: string;
  needs: Need[];
  options?: WorldOptions;
  run(world: World): Promise<void>;
}
