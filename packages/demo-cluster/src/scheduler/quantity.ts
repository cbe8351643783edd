// SPDX-License-Identifier: Apache-2.0

const FACTORS: Record<string, number> = {
  '': 1,
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** The number behind a Kubernetes quantity such as `250m` or `1Gi`; NaN where it is none. */
export function parseQuantity(text: string): number {
  const match =
    /^([+-]?[\d.]+(?:[eE][+-]?\d+)?)(n|u|m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$/.exec(
      String(text).trim(),
    );
  return match ? Number(match[1]) * FACTORS[match[2] ?? ''] : NaN;
}

/** A number of a resource, written the way the API server writes sums. */
export function formatQuantity(value: number, resource: string): string {
  if (/cpu$/.test(resource))
    return Number.isInteger(value)
      ? String(value)
      : `${Math.round(value * 1000)}m`;
  for (const [unit, factor] of [
    ['Gi', 2 ** 30],
    ['Mi', 2 ** 20],
    ['Ki', 2 ** 10],
  ] as const) {
    if (value >= factor && value % factor === 0)
      return `${value / factor}${unit}`;
  }
  return String(value);
}
