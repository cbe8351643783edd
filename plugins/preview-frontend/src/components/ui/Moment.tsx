// SPDX-License-Identifier: Apache-2.0
import { useNow } from '../../clock/useNow';
import { useTimeFormat } from './useTimeFormat';

/** A moment as distance from now, the exact one on hover. */
export function Moment({ at }: { at: string }) {
  const now = useNow(10_000);
  const format = useTimeFormat();
  return (
    <time dateTime={at} title={format.exact(at)}>
      {format.relative(at, now)}
    </time>
  );
}
