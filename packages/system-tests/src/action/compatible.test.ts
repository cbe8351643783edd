// SPDX-License-Identifier: Apache-2.0
import { PEOPLE } from '../backend/catalog';
import { ask } from '../backend/requests';
import { aWorkflow, type WorkflowWorld } from './aWorkflow';

jest.setTimeout(180_000);

let world: WorkflowWorld;

beforeAll(async () => {
  world = await aWorkflow();
});

afterAll(() => world?.stop());

/** Every input that mirrord's action has, but the list of ports. */
const start = (more: Record<string, string> = {}) =>
  world.run({
    action: 'start',
    target: 'deployment/checkout/container/checkout',
    namespace: 'shop',
    mode: 'steal',
    filter: '^x-preview-key: {{ key }}$',
    ttl_mins: '120',
    image: 'shop/checkout:first',
    key: 'feature/Login',
    extra_config: JSON.stringify({
      feature: { preview: { image: 'shop/checkout:second' } },
    }),
    ...more,
  });

it('inputs and output of mirrord’s action mean what they mean there', async () => {
  const { code, outputs, log } = await start();
  expect({ code, log }).toMatchObject({ code: 0 });
  expect(outputs['session-key']).toBe('feature-login');
  const headers = { 'x-preview-key': 'feature-login' };
  expect(JSON.parse(outputs.headers)).toEqual(headers);
  expect(await ask(outputs.url, headers)).toMatchObject({
    image: 'shop/checkout:second',
  });
  const session = await world.backend
    .as(PEOPLE.checkout)
    .getSession(outputs['session-id']);
  const life = Date.parse(session.expiresAt!) - Date.parse(session.createdAt);
  expect(Math.round(life / 60_000)).toBe(120);
  const stopped = await world.run({
    ...{ action: 'stop', key: 'feature/Login', target: '' },
  });
  expect(stopped).toMatchObject({ code: 0, outputs: { outcome: 'stopped' } });
});

it('makes up a key where none is given', async () => {
  const { code, outputs } = await start({ key: '', filter: '' });
  expect(code).toBe(0);
  expect(outputs['session-key']).toMatch(/^[a-z0-9-]+-[a-z0-9]{6}$/);
  expect(JSON.parse(outputs.headers)).toEqual({
    'x-preview-key': outputs['session-key'],
  });
});

it('finds the service of the target among its own', async () => {
  const { code, annotations } = await start({ target: 'deploy/inventory' });
  expect(code).toBe(1);
  expect(annotations[0].text).toMatch(
    /^No service that this workflow may touch runs deploy\/inventory in shop\./,
  );
});

it('what the driver of the cluster cannot do is refused by name', async () => {
  const { code, annotations } = await start({ ports: '[8080]' });
  expect(code).toBe(1);
  expect(annotations[0].text).toMatch(/ports/);
});
