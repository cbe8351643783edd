// SPDX-License-Identifier: Apache-2.0
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { act, waitFor } from '@testing-library/react';
import { createTheme, ThemeProvider } from '@material-ui/core/styles';
import axe from 'axe-core';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { Stage } from '../dev/Stage';
import { allStates } from './examples/all';
import { rootRouteRef } from './routes';

const LOOKS = {
  // Without layout and colours, axe finds the same in every look.
  light: { type: 'light', width: 1280, axe: true },
  dark: { type: 'dark', width: 1280, axe: false },
  narrow: { type: 'light', width: 400, axe: false },
} as const;

const cases = Object.entries(allStates).flatMap(([component, states]) =>
  Object.entries(states).flatMap(([name, state]) =>
    Object.entries(LOOKS).map(([look, how]) => ({
      title: `${component}.${name} ${look}`,
      state,
      how,
    })),
  ),
);

/** jsdom has no layout: only what a rule can tell without one. */
const RULES = {
  'color-contrast': { enabled: false },
  region: { enabled: false },
  'page-has-heading-one': { enabled: false },
};

/** What Material UI 4 says under React 18, and React of state set by promises. */
const NOT_OURS = ['findDOMNode is deprecated', 'not wrapped in act'];

/** Answers `(max-width: 599.95px)` and the like for a width. */
function lookThrough(width: number) {
  window.matchMedia = query => {
    const max = /max-width:\s*([\d.]+)/.exec(query)?.[1];
    return {
      matches: max !== undefined && width <= Number(max),
      media: query,
      onchange: null,
      addListener: () => {},
      removeListener: () => {},
      addEventListener: () => {},
      removeEventListener: () => {},
      dispatchEvent: () => false,
    };
  };
}

/** All texts, those for screen readers included. */
function whatIsTold(): string {
  const labels = [...document.body.querySelectorAll('[aria-label]')].map(
    element => element.getAttribute('aria-label'),
  );
  return [document.body.textContent, ...labels].join(' ');
}

async function findings(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    rules: RULES,
    resultTypes: ['violations'],
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
}

jest.setTimeout(60_000);

describe('every state of every component', () => {
  afterEach(() => jest.restoreAllMocks());

  it.each(cases)('$title', async ({ state, how }) => {
    lookThrough(how.width);
    const errors = jest.spyOn(console, 'error').mockImplementation(() => {});
    renderInTestApp(
      <ThemeProvider theme={createTheme({ palette: { type: how.type } })}>
        <Stage api={state.api}>{state.render()}</Stage>
      </ThemeProvider>,
      {
        mountedRoutes: {
          '/previews': rootRouteRef,
          '/catalog/:namespace/:kind/:name': entityRouteRef,
        },
      },
    );
    await waitFor(() => expect(whatIsTold()).toMatch(state.shows), {
      timeout: 20_000,
    });
    await act(async () => {});
    expect(how.axe ? await findings() : []).toEqual([]);
    expect(
      errors.mock.calls
        .map(call => String(call[0]))
        .filter(text => !NOT_OURS.some(known => text.includes(known))),
    ).toEqual([]);
  });

  it('lists every file with states', () => {
    const files = readdirSync(join(__dirname, 'components'), {
      recursive: true,
      encoding: 'utf8',
    })
      .filter(path => path.endsWith('.states.tsx'))
      .map(path => path.replace(/^.*\//, '').replace('.states.tsx', ''));
    expect(Object.keys(allStates).sort()).toEqual(files.sort());
  });
});
