// SPDX-License-Identifier: Apache-2.0

const FACTORS: Record<string, number> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
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

const QUANTITY = /^([+-]?[0-9.]+(?:[eE][+-]?[0-9]+)?)([A-Za-z]*)$/;

/**
 * A Kubernetes quantity (`100m`, `1Gi`, `2e3`) as a number. The API server
 * has checked it before, so what cannot be read counts as nothing.
 */
export function quantity(text: string | number): number {
  const [, digits, suffix] = String(text).match(QUANTITY) ?? [];
  return digits === undefined || !(suffix in FACTORS)
    ? 0
    : Number(digits) * FACTORS[suffix];
}

const BINARY = ['Ei', 'Pi', 'Ti', 'Gi', 'Mi', 'Ki'];

/** A number as people write it for Kubernetes: `500m`, `2`, `1536Mi`. */
export function formatQuantity(value: number): string {
  if (!Number.isInteger(value)) {
    return `${Math.round(value * 1000)}m`;
  }
  const unit = BINARY.find(
    suffix => value !== 0 && value % FACTORS[suffix] === 0,
  );
  return unit ? `${value / FACTORS[unit]}${unit}` : String(value);
}
