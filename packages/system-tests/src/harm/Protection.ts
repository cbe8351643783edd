// SPDX-License-Identifier: Apache-2.0
import type { Builders } from '../fixtures/product';
import type { World, WorldOptions } from '../fixtures/World';

/** Something that keeps production unharmed, and the proof that it does. */
export interface Protection {
  name: string;
  options?: WorldOptions;
  /** Throws when production was harmed. */
  prove(world: World): Promise<void>;
  /** The protection switched off; with it the proof must fail. */
  twin: { name: string; builders: Partial<Builders>; harm: RegExp };
}
