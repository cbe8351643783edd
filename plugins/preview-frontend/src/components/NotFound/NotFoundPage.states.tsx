// SPDX-License-Identifier: Apache-2.0
import type { ExampleStates } from '../../examples/types';
import { NotFoundPage } from './NotFoundPage';

export const states: ExampleStates = {
  Shown: { render: () => <NotFoundPage />, shows: /leads nowhere/ },
};
