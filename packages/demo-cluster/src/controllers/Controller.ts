// SPDX-License-Identifier: Apache-2.0
import { StoreEvent } from '../store/EventHistory';

/** When to look again although nothing happened, in milliseconds. */
export type ComeBack = number | undefined;

/** Drives the objects of one kind towards what they ask for. Knows no other controller. */
export interface Controller {
  name: string;
  /** Keys to look at when the controller starts. */
  initial(): Iterable<string>;
  /** Keys that an event makes worth a look. */
  nudges(event: StoreEvent): Iterable<string>;
  /** Compares and acts; must be safe to repeat. Throws to be called again after a while. */
  reconcile(key: string): ComeBack;
}
