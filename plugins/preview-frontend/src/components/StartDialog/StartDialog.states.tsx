// SPDX-License-Identifier: Apache-2.0
import type { EntityOptions } from '@preview-environments/backstage-plugin-preview-common';
import { aTarget, someOptions } from '../../examples/options';
import type { ExampleStates } from '../../examples/types';
import { StartDialog } from './StartDialog';

const dialog = (options: EntityOptions) => () =>
  (
    <StartDialog
      name="checkout"
      options={options}
      active={[]}
      onStarted={() => {}}
      onClose={() => {}}
    />
  );

export const states: ExampleStates = {
  Empty: {
    render: dialog(someOptions()),
    shows: 'Give an image first.',
  },
  SeveralRepositories: {
    render: dialog(
      someOptions({
        targets: [
          aTarget({
            imageRepositories: ['a.example.com/x', 'b.example.com/y'],
          }),
        ],
      }),
    ),
    shows: 'Repository',
  },
  AnyRepository: {
    render: dialog(
      someOptions({ targets: [aTarget({ imageRepositories: ['*'] })] }),
    ),
    shows: 'Image with tag',
  },
  MayPin: {
    render: dialog(
      someOptions({
        allow: { pinned: true, env: [], filters: ['header'], inputs: [] },
      }),
    ),
    shows: 'No end',
  },
  AnyOfARegistry: {
    render: dialog(
      someOptions({
        targets: [aTarget({ imageRepositories: ['ghcr.io/acme/*'] })],
      }),
    ),
    shows: 'Image with tag',
  },
  ShortLimits: {
    render: dialog(
      someOptions({
        defaults: { ttlSeconds: 60, trafficMode: 'steal' },
        limits: { ttlMinSeconds: 1, ttlMaxSeconds: 3600 },
      }),
    ),
    shows: /at most 1\sh/,
  },
};
