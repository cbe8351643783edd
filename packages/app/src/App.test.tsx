// SPDX-License-Identifier: Apache-2.0
import { screen, render } from '@testing-library/react';
import { app } from './App';

// The whole app loads its plugins first, which is slow on a busy machine.
const PATIENCE = 60_000;
jest.setTimeout(2 * PATIENCE);

describe('app', () => {
  it('offers the people of the configuration to sign in as', async () => {
    process.env = {
      NODE_ENV: 'test',
      APP_CONFIG: [
        {
          context: 'test',
          data: {
            app: { title: 'Shop portal', baseUrl: 'http://localhost' },
            backend: { baseUrl: 'http://localhost' },
            auth: {
              providers: {
                demo: {
                  people: [
                    {
                      role: 'engineer',
                      user: 'user:default/robin',
                      title: 'Robin',
                      description: 'Owns checkout',
                    },
                  ],
                },
              },
            },
          },
        },
      ] as never,
    };
    render(app.createRoot());
    expect(
      await screen.findByRole(
        'button',
        { name: /Robin/ },
        { timeout: PATIENCE },
      ),
    ).toBeInTheDocument();
  });
});
