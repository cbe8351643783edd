// SPDX-License-Identifier: Apache-2.0
import { CODES } from '@preview-environments/backstage-plugin-preview-common';
import { aTarget } from '../../examples/options';
import { CHECKOUT } from '../../examples/sessions';
import type { ExampleStates } from '../../examples/types';
import { MissingPiece } from './MissingPiece';

const problem = (code: keyof typeof CODES) => ({ code, ...CODES[code] });

export const states: ExampleStates = {
  NoCluster: {
    render: () => (
      <MissingPiece entityRef={CHECKOUT} name="checkout" problem={null} />
    ),
    shows: /kubeconfig:/,
  },
  NotBound: {
    render: () => (
      <MissingPiece
        entityRef={CHECKOUT}
        name="checkout"
        problem={problem('TargetNotOfEntity')}
        target={aTarget()}
      />
    ),
    shows: /kubectl annotate deployment\/checkout --namespace shop/,
  },
  NotAnnotated: {
    render: () => (
      <MissingPiece
        entityRef={CHECKOUT}
        name="checkout"
        problem={problem('EntityNotAnnotated')}
      />
    ),
    shows: /preview-environments.io\/target: deployment\/checkout/,
  },
  ClusterDown: {
    render: () => (
      <MissingPiece
        entityRef={CHECKOUT}
        name="checkout"
        problem={problem('ClusterUnreachable')}
        target={aTarget()}
      />
    ),
    shows: /The cluster does not answer/,
  },
};
