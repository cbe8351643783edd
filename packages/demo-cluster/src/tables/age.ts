// SPDX-License-Identifier: Apache-2.0
import { fromTime } from '../clock';

/** A span as `kubectl` shows it: `45s`, `3m12s`, `5h`, `2d4h`. */
export function showAge(since: string | undefined, now: number): string {
  if (!since) return '<none>';
  const seconds = Math.max(0, Math.floor((now - fromTime(since)) / 1000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (seconds < 120) return `${seconds}s`;
  if (minutes < 10) return both(minutes, 'm', seconds % 60, 's');
  if (hours < 3) return `${minutes}m`;
  if (hours < 8) return both(hours, 'h', minutes % 60, 'm');
  if (hours < 48) return `${hours}h`;
  if (days < 8) return both(days, 'd', hours % 24, 'h');
  return `${days}d`;
}

function both(
  large: number,
  largeUnit: string,
  small: number,
  smallUnit: string,
): string {
  return small
    ? `${large}${largeUnit}${small}${smallUnit}`
    : `${large}${largeUnit}`;
}
