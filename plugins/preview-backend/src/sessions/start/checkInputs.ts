// SPDX-License-Identifier: Apache-2.0
import {
  INPUT_NAMES,
  type StartInputs,
  type StartRequest,
} from '@preview-environments/backstage-plugin-preview-common';
import { checkMounts } from './inputs/mounts';
import { checkPorts } from './inputs/ports';
import { checkQueues } from './inputs/queues';
import { checkBranches, checkIdle, checkSelection } from './inputs/simple';

/**
 * The further inputs of a request, each of the right form. Members that the
 * request does not have are left out.
 *
 * @throws PreviewError `InvalidRequest` that names the field
 */
export function checkInputs(request: StartRequest): StartInputs {
  checkPorts(request);
  checkSelection(request.labels, 'labels');
  checkSelection(request.envSelection, 'envSelection');
  checkIdle(request.idle);
  checkQueues(request.queues ?? []);
  checkBranches(request.databases ?? []);
  checkMounts(request);
  return Object.fromEntries(
    INPUT_NAMES.filter(name => request[name] !== undefined).map(name => [
      name,
      request[name],
    ]),
  );
}
