// SPDX-License-Identifier: Apache-2.0
import { openapi } from '@preview-environments/backstage-plugin-preview-common';
import { ANN, aPortal, type Portal } from '../testUtils/aPortal';
import { wish } from '../testUtils/annsPortal';
import { ENGINES, freshDatabase } from '../testUtils/databases';

jest.setTimeout(60_000);

interface Parameter {
  $ref?: string;
  name: string;
  in: string;
  required?: boolean;
  schema: { $ref?: string; type?: string; enum?: string[]; pattern?: string };
}

const spec = openapi as {
  paths: Record<string, Record<string, { parameters?: Parameter[] }>>;
  components: { parameters: Record<string, Parameter> };
};
const known = ({ $ref, ...own }: Parameter): Parameter =>
  $ref === undefined
    ? (own as Parameter)
    : spec.components.parameters[$ref.split('/').at(-1)!];

/** Of every call of the document: its method, path and parameters. */
const CALLS = Object.entries(spec.paths).flatMap(
  ([path, { parameters, ...calls }]) =>
    Object.entries(calls).map(([method, call]) => ({
      method: method as 'get' | 'post' | 'patch' | 'delete',
      path: path.replace(/^\/v1\//, ''),
      parameters: [
        ...((parameters as unknown as Parameter[]) ?? []),
        ...(call.parameters ?? []),
      ].map(known),
    })),
);

/** Whatever is a text of any content, or a list of them. */
const isText = ({
  schema: { $ref = '', type, enum: values, pattern },
}: Parameter) =>
  /\/(Text|Texts|Reason)$/.test($ref) ||
  (type === 'string' && !values && !pattern);
const sample = ({ schema }: Parameter) => schema.enum?.[0] ?? 'deployment/a';
/** A body in which nothing is at fault, for calls that need one. */
const GOOD_BODIES: Record<string, object> = {
  'sessions/{id}': { pinned: true },
  'sessions/{id}/sign-offs': { decision: 'approved', revision: 1 },
};

/** One case for each text of the path or query of each call. */
const ADDRESSES = CALLS.flatMap(({ method, path, parameters }) =>
  parameters
    .filter(each => each.in !== 'header' && isText(each))
    .map(({ name, in: where }): [string, string, string, object?] => {
      const odd = 'a%00';
      const filled = path.replace(/\{(\w+)\}/g, (_, part) =>
        part === name && where === 'path' ? odd : 'a',
      );
      const query = parameters
        .filter(each => each.in === 'query')
        .filter(each => each.required || each.name === name)
        .map(
          each =>
            `${each.name}=${
              each.name === name ? odd : encodeURIComponent(sample(each))
            }`,
        );
      return [
        method,
        `${filled}${query.length ? '?' : ''}${query.join('&')}`,
        name,
        GOOD_BODIES[path],
      ];
    }),
);

/** Method, path, body, the field at fault. */
const BODIES: [string, string, object, string][] = [
  ['post', 'sessions', { reason: 'a\0' }, 'reason'],
  ['post', 'sessions', { reason: 'a\ud800b' }, 'reason'],
  ['post', 'sessions', { reason: 'a\rb' }, 'reason'],
  ['post', 'sessions', { reason: '\x7f' }, 'reason'],
  ['post', 'sessions', { key: 'a\nb' }, 'key'],
  ['post', 'sessions', { target: 'deployment/a\t' }, 'target'],
  ['post', 'sessions', { claimedActor: 'a\x1b[2J' }, 'claimedActor'],
  ['post', 'sessions', { env: [{ name: 'A', value: '\0' }] }, 'env[0].value'],
  ['post', 'sessions', { env: [{ name: 'A\n', value: '' }] }, 'env[0].name'],
  [
    'post',
    'sessions',
    { queues: [{ id: 'q', type: 'sqs', messageFilter: { 'a\0': 'b' } }] },
    'queues[0].messageFilter',
  ],
  [
    'post',
    'sessions',
    { configMounts: [{ path: '/a', type: 'text', data: '\0' }] },
    'configMounts[0].data',
  ],
  ['post', 'preflights', { namespace: 'a\0' }, 'namespace'],
  ['patch', 'sessions/a', { reason: 'a\0' }, 'reason'],
  ['patch', 'sessions/a', { image: 'a\0' }, 'image'],
  ['post', 'sessions/a/stop', { reason: 'a\0' }, 'reason'],
  ['post', 'sessions/a/restart', { image: 'a\0' }, 'image'],
  [
    'post',
    'sessions/a/sign-offs',
    { decision: 'rejected', comment: 'a\0' },
    'comment',
  ],
  ['post', 'environments/a/stop', { reason: 'a\0' }, 'reason'],
  ['post', 'audit/erasures', { person: 'a\0', reason: 'b' }, 'person'],
];

describe.each(ENGINES)('characters that are no text, on %s', engine => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await aPortal(await freshDatabase(engine));
  });
  afterAll(() => portal.stop());

  it.each(ADDRESSES)('%s %s', async (method, path, field, body) => {
    const answer = await portal[method as 'post'](ANN, path, body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.code).toBe('InvalidRequest');
    expect(answer.body.error.field).toMatch(new RegExp(`^${field}(\\[0\\])?$`));
    expect(answer.body.error.hint).toMatch(/^Remove it; /);
  });

  it.each(BODIES)('%s %s with %j', async (method, path, body, field) => {
    const start = path === 'sessions' || path === 'preflights';
    const whole = { ...(start && wish('pr-1')), ...body };
    const answer = await portal[method as 'post'](ANN, path, whole);
    expect(answer.body.error).toMatchObject({ code: 'InvalidRequest', field });
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toMatch(/U\+[0-9A-F]{4}/);
  });

  it('takes lines and tabs where people write, and whole pairs', async () => {
    const reason = 'two\r\nlines,\n\ta tab, 👩‍🚀 and é';
    const started = await portal.post(ANN, 'sessions', {
      ...wish('pr-2'),
      reason,
    });
    expect(started.status).toBe(201);
    expect(started.body.session.desired.reason).toBe(reason);
    const list = await portal.get(ANN, 'sessions?q=%F0%9F%91%A9');
    expect(list.body.items).toEqual([]);
  });

  it('says that a path is not encoded', async () => {
    const answer = await portal.get(ANN, 'sessions/%E0%A4%A');
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatchObject({
      code: 'InvalidRequest',
      field: null,
      message: 'The path of the address cannot be read.',
      hint: expect.stringMatching(/^Encode /),
    });
  });
});
