// SPDX-License-Identifier: Apache-2.0
import type { StartRequest } from '@preview-environments/backstage-plugin-preview-common';
import type { Fields } from './Fields';
import { isObject } from './Fields';
import { readFilter } from './filter';

type Traffic = Pick<StartRequest, 'traffic' | 'ports' | 'ignorePorts'>;

const MODES = ['steal', 'mirror', 'off'] as const;

/**
 * `feature.network.incoming`: a mode, true or false, or an object. Absent
 * leaves the portal's own default, not mirrord's.
 */
export function readIncoming(feature: Fields | undefined): Traffic {
  const whole = feature?.any('network');
  if (whole === false) {
    return { traffic: { mode: 'none' } };
  }
  const network = isObject(whole) ? feature!.section('network') : undefined;
  const value = network?.any('incoming');
  if (!network || value === undefined) {
    return {};
  }
  if (!isObject(value)) {
    return trafficOf(modeOf(network, 'incoming', value), undefined);
  }
  const part = network.section('incoming')!;
  const mode = modeOf(part, 'mode', part.any('mode'));
  part.onlyOneOf('ports', 'ignore_ports');
  const http = part.section('http_filter');
  const ports = portsOf(part, 'ports');
  const ignorePorts = portsOf(part, 'ignore_ports');
  return {
    ...trafficOf(mode, http && readFilter(http)),
    ...(ports && { ports }),
    ...(ignorePorts && { ignorePorts }),
  };
}

function modeOf(part: Fields, name: string, value: unknown) {
  const mode = [
    [undefined, 'mirror'],
    [true, 'mirror'],
    [false, 'off'],
  ].find(([given]) => given === value)?.[1];
  const found = MODES.find(each => each === (mode ?? value));
  if (!found) {
    throw part.wrong(name, `one of ${MODES.join(', ')}, true and false`);
  }
  return found;
}

function trafficOf(
  mode: (typeof MODES)[number],
  filter: ReturnType<typeof readFilter>,
): Traffic {
  switch (mode) {
    case 'off':
      return { traffic: { mode: 'none' } };
    case 'mirror':
      // All requests are copied unless something says which.
      return { traffic: { mode, filter: filter ?? null } };
    default:
      return { traffic: filter ? { mode, filter } : { mode } };
  }
}

function portsOf(part: Fields, name: string): number[] | undefined {
  const value = part.any(name);
  const isPort = (each: unknown) =>
    Number.isInteger(each) && (each as number) > 0 && (each as number) < 65_536;
  if (
    value !== undefined &&
    !(Array.isArray(value) && value.every(each => isPort(each)))
  ) {
    throw part.wrong(name, 'a list of port numbers');
  }
  return value as number[] | undefined;
}
