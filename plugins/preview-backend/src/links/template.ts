// SPDX-License-Identifier: Apache-2.0

/** What a link may speak of; `null` = not known yet. */
export type LinkValues = Record<TextPlace, string | null> &
  Record<MomentPlace, number>;

const TEXT_PLACES = [
  'session',
  'key',
  'entity',
  'cluster',
  'namespace',
  'target',
  'image',
  'pod',
] as const;
const MOMENT_PLACES = ['from', 'to'] as const;

type TextPlace = (typeof TEXT_PLACES)[number];
type MomentPlace = (typeof MOMENT_PLACES)[number];

/** The forms that moments have in the addresses of well-known tools. */
const FORMATS: Record<string, (millis: number) => string> = {
  iso: millis => new Date(millis).toISOString(),
  s: millis => String(Math.floor(millis / 1000)),
  ms: millis => String(millis),
  us: millis => `${millis}000`,
  ns: millis => `${millis}000000`,
};

const OPEN = '{{';
const PLACE = /\{\{([^{}]*)\}\}/g;
const INSIDE = /^\s*(\w+)\s*(?:\|\s*(\w+)\s*)?$/;

/** Values that every place takes, to try a template with. */
const SAMPLE: LinkValues = {
  session: 'a',
  key: 'a',
  entity: 'component:default/a',
  cluster: 'a',
  namespace: 'a',
  target: 'deployment/a',
  image: 'a:1',
  pod: 'a',
  from: 0,
  to: 0,
};

/** Why a template can never become a link, in one sentence; `null` = it can. */
export function templateProblem(url: string): string | null {
  for (const [place, inside] of url.matchAll(PLACE)) {
    const problem = placeProblem(inside);
    if (problem) {
      return `${place}: ${problem}`;
    }
  }
  if (url.replace(PLACE, '').includes(OPEN)) {
    return 'A place is not closed; write {{ key }}.';
  }
  return fillTemplate(url, SAMPLE) === null
    ? 'It must be an address that starts with http:// or https://.'
    : null;
}

function placeProblem(inside: string): string | null {
  const [, place, format] = INSIDE.exec(inside) ?? [];
  if (isOneOf(MOMENT_PLACES, place)) {
    return format === undefined || Object.hasOwn(FORMATS, format)
      ? null
      : `this form of a moment is not known; use ${Object.keys(FORMATS).join(
          ', ',
        )}.`;
  }
  if (!isOneOf(TEXT_PLACES, place)) {
    return `this place is not known; use ${[
      ...TEXT_PLACES,
      ...MOMENT_PLACES,
    ].join(', ')}.`;
  }
  return format === undefined ? null : 'only moments have a form.';
}

/**
 * Fills the places, each value URL-encoded.
 *
 * @returns `null` when it speaks of something that is not known, or would not
 * be an http or https address
 */
export function fillTemplate(url: string, values: LinkValues): string | null {
  let complete = true;
  const filled = url.replace(PLACE, (_, inside: string) => {
    const value = valueOf(inside, values);
    complete &&= value !== null;
    return encodeURIComponent(value ?? '');
  });
  const usable =
    complete &&
    !filled.includes(OPEN) &&
    /^https?:\/\//.test(filled) &&
    URL.canParse(filled);
  return usable ? filled : null;
}

function valueOf(inside: string, values: LinkValues): string | null {
  if (placeProblem(inside) !== null) {
    return null;
  }
  const [, place, format] = INSIDE.exec(inside)!;
  return isOneOf(MOMENT_PLACES, place)
    ? FORMATS[format ?? 'iso'](values[place])
    : values[place as TextPlace];
}

function isOneOf<T extends string>(
  list: readonly T[],
  text: string,
): text is T {
  return (list as readonly string[]).includes(text);
}
