// SPDX-License-Identifier: Apache-2.0
import type { StartInputs } from '@preview-environments/backstage-plugin-preview-common';
import { invalid } from './invalid';

/** @throws PreviewError `InvalidRequest` */
export function checkPorts({ ports, ignorePorts }: StartInputs): void {
  if (ports?.length && ignorePorts?.length) {
    throw invalid(
      'ignorePorts',
      'Ports are named in two ways.',
      'Give either ports or ignorePorts.',
    );
  }
  for (const [field, list] of Object.entries({ ports, ignorePorts })) {
    const twice = list?.findIndex((port, at) => list.indexOf(port) < at) ?? -1;
    if (twice >= 0) {
      throw invalid(
        `${field}[${twice}]`,
        'A port is named twice.',
        'Name every port once.',
      );
    }
  }
}
