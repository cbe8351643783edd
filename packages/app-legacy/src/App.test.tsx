// SPDX-License-Identifier: Apache-2.0
import { render, screen } from '@testing-library/react';

// The whole app loads its plugins first, which is slow on a busy machine.
const PATIENCE = { timeout: 60_000 };
jest.setTimeout(2 * PATIENCE.timeout);

const CHECKOUT = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'checkout',
    namespace: 'default',
    annotations: { 'preview-environments.io/target': 'deployment/checkout' },
  },
  spec: { type: 'service', owner: 'team-payments', lifecycle: 'production' },
};

const NOTHING = { items: [], nextCursor: null };

const OPTIONS = {
  entityRef: 'component:default/checkout',
  ownerRef: 'group:default/team-payments',
  mayStart: false,
  denied: null,
  may: {
    update: false,
    extend: false,
    stop: false,
    logs: false,
    signOff: false,
  },
  targets: [
    { target: 'deployment/checkout', cluster: 'staging', problem: null },
  ],
  allow: { pinned: false, env: [] },
  defaults: { ttlSeconds: 3600, trafficMode: 'steal' },
  limits: { ttlMinSeconds: 60, ttlMaxSeconds: 7200 },
  headers: ['x-preview-key'],
  quota: { perUser: { limit: 5, used: 0 }, perOwner: { limit: 20, used: 0 } },
  frozen: false,
  linkProblems: [],
  proposedKey: 'checkout-k3v9q2',
};

/** Answers as a backend without previews would, by the end of the path. */
const ANSWERS: [RegExp, unknown][] = [
  [/\/v1\/environments$/, NOTHING],
  [/\/v1\/sessions$/, NOTHING],
  [/\/options$/, OPTIONS],
  [/\/by-name\/component\/default\/checkout$/, CHECKOUT],
  [/\/entities\/by-query$/, { items: [], totalItems: 0, pageInfo: {} }],
];

async function answer(input: RequestInfo | URL): Promise<Response> {
  const address = input instanceof Request ? input.url : String(input);
  const { pathname } = new URL(address, 'http://localhost');
  const body = ANSWERS.find(([path]) => path.test(pathname))?.[1];
  return new Response(JSON.stringify(body ?? {}), {
    status: body ? 200 : 404,
    headers: { 'Content-Type': 'application/json' },
  });
}

describe('a portal on the old frontend system', () => {
  beforeEach(() => {
    jest.spyOn(global, 'fetch').mockImplementation(answer);
    process.env = {
      NODE_ENV: 'test',
      APP_CONFIG: [
        {
          context: 'test',
          data: {
            app: { title: 'Legacy portal', baseUrl: 'http://localhost' },
            backend: { baseUrl: 'http://localhost' },
          },
        },
      ] as never,
    };
  });
  afterEach(() => jest.restoreAllMocks());

  const openAt = async (path: string) => {
    window.history.pushState({}, '', path);
    const { default: App } = await import('./App');
    render(<App />);
  };

  it('shows the Previews page', async () => {
    await openAt('/previews');
    expect(
      await screen.findByText(
        'No preview of your teams is running.',
        {},
        PATIENCE,
      ),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: 'Audit' }, PATIENCE),
    ).toHaveAttribute('href', '/previews/audit');
  });

  it.each([
    ['the tab', '/catalog/default/component/checkout/previews'],
    ['the card', '/catalog/default/component/checkout'],
  ])('shows %s of a service', async (part, path) => {
    await openAt(path);
    expect(
      await screen.findByText(
        part === 'the tab'
          ? /No preview of checkout is running/
          : 'None running.',
        {},
        PATIENCE,
      ),
    ).toBeInTheDocument();
  });
});
