// SPDX-License-Identifier: Apache-2.0
import { mockServices } from '@backstage/backend-test-utils';
import { CODES } from '@preview-environments/backstage-plugin-preview-common';
import express from 'express';
import request from 'supertest';
import { errorHandler } from './errorHandler';
import { validate } from './validate';

const app = express();
app.use(...validate());
app.use((_, response) => response.status(204).end());
app.use(errorHandler(mockServices.logger.mock()));

const good = {
  entityRef: 'component:default/checkout',
  image: 'shop/checkout:feature-x',
};
const filter = { type: 'header', name: 'x-preview-key', value: 'pr-1' };

/** What is sent, the field at fault, and what is said of it. */
const BODIES: [object, string | null, string, string][] = [
  [
    { ...good, image: 1 },
    'image',
    '"image" must be string.',
    'Give a text in double quotes.',
  ],
  [
    { image: 'a' },
    'entityRef',
    'The field "entityRef" is missing.',
    'Add it to the body.',
  ],
  [
    { ...good, key: 'k'.repeat(513) },
    'key',
    '"key" must NOT have more than 512 characters.',
    'Use at most 512 characters.',
  ],
  [
    { ...good, traffic: { mode: 'all' } },
    'traffic.mode',
    '"traffic.mode" must be equal to one of the allowed values: steal, mirror, none.',
    'Use one of: steal, mirror, none.',
  ],
  [
    { ...good, traffic: { mode: 'none', percent: 5 } },
    'traffic.percent',
    'The field "traffic.percent" is not known.',
    'Remove it, or use one that is known here: mode, filter.',
  ],
  [
    { ...good, env: [{ name: 'A', vlaue: 'b' }] },
    'env[0].vlaue',
    'The field "env[0].vlaue" is not known.',
    'Remove it, or use one that is known here: name, value, secretKeyRef.',
  ],
  [
    { ...good, replicas: 11 },
    'replicas',
    '"replicas" must be <= 10.',
    'Give at most 10.',
  ],
  [
    { ...good, replicas: 0 },
    'replicas',
    '"replicas" must be >= 1.',
    'Give at least 1.',
  ],
  [
    { ...good, replicas: '1' },
    'replicas',
    '"replicas" must be integer.',
    'Give a whole number without quotes.',
  ],
  [
    { ...good, resume: 'yes' },
    'resume',
    '"resume" must be boolean.',
    'Give true or false without quotes.',
  ],
  [
    { ...good, queues: 'all' },
    'queues',
    '"queues" must be array or null.',
    'Give a list, as in […] or null.',
  ],
  [
    { ...good, env: Array.from({ length: 101 }, () => ({ name: 'A' })) },
    'env',
    '"env" must NOT have more than 100 items.',
    'Give at most 100.',
  ],
  [[], null, 'The body must be object.', 'Give an object, as in {…}.'],
];

describe('what a refused body is told', () => {
  it.each(BODIES)('%j', async (body, field, message, hint) => {
    const answer = await request(app).post('/v1/sessions').send(body);
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatchObject({ field, message, hint });
  });

  it('names the fields of a start, and of a filter of any type', async () => {
    const ofStart = await request(app)
      .post('/v1/sessions')
      .send({ ...good, imgae: 'a' });
    expect(ofStart.body.error).toMatchObject({
      code: 'UnknownField',
      hint: expect.stringMatching(
        /: entityRef, image, key, .*, claimedActor\.$/,
      ),
    });
    const ofFilter = await request(app)
      .post('/v1/preflights')
      .send({
        ...good,
        traffic: { mode: 'steal', filter: { ...filter, a: 1 } },
      });
    expect(ofFilter.body.error).toMatchObject({
      field: 'traffic.filter.a',
      hint: expect.stringMatching(/: type, name, value, /),
    });
  });

  it('says what a change can ask for', async () => {
    const answer = await request(app).patch('/v1/sessions/a').send({});
    expect(answer.body.error).toMatchObject({
      message: 'The request asks for nothing: give at least one field.',
      hint: 'Known are: image, ttl, expiresAt, extendBy, pinned, reason.',
    });
  });

  it('finds no fields where every object has some', async () => {
    const answer = await request(app)
      .post('/v1/sessions')
      .send({ ...good, constructor: { prototype: 1 } });
    expect(answer.body.error).toMatchObject({
      field: 'constructor',
      hint: expect.stringMatching(/: entityRef, /),
    });
  });
});

describe('what a refused query is told', () => {
  it.each([
    ['sessions?limit=x', 'limit', 'Give a whole number.'],
    ['sessions?limit=201', 'limit', 'Give at most 200.'],
    ['sessions?active=perhaps', 'active', 'Give true or false.'],
    ['sessions?key=', 'key', 'Give it a value, or leave it out.'],
    ['sessions?cursor=', 'cursor', 'Give it a value, or leave it out.'],
    [
      'sessions?order=name',
      'order',
      expect.stringMatching(/^Use one of: createdAt:asc, .*\.$/),
    ],
    [
      'sessions?owners=a',
      'owners',
      expect.stringMatching(/known here: entityRef, owner, .*limit, cursor/),
    ],
    ['sessions/a/wait', 'for', 'Add it to the query, as in ?for=….'],
  ])('%s', async (path, field, hint) => {
    const answer = await request(app).get(`/v1/${path}`);
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatchObject({ field, hint });
    expect(answer.body.error.hint).not.toBe(CODES.InvalidRequest.hint);
  });
});

describe('in which words a text is refused', () => {
  it.each([
    ['sessions?cursor=', 'The field "cursor" is empty.'],
    ['sessions?key=', 'The field "key" is empty.'],
    [
      'sessions?cursor=a:b',
      'The field "cursor" is not encoded for an address.',
    ],
  ])('%s', async (path, message) => {
    const answer = await request(app).get(`/v1/${path}`);
    expect(answer.body.error).toMatchObject({ message });
  });
});

describe('a body that cannot be read', () => {
  it.each([
    [
      'Content-Type',
      'application/json; charset=bogus',
      /character set/,
      /UTF-8/,
    ],
    [
      'Content-Type',
      'application/json; charset=latin1',
      /character set/,
      /UTF-8/,
    ],
    ['Content-Encoding', 'rot13', /packed/, /gzip/],
  ])('%s: %s', async (name, value, message, hint) => {
    const answer = await request(app)
      .post('/v1/sessions')
      .set('Content-Type', 'application/json')
      .set(name, value)
      .send(JSON.stringify(good));
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatchObject({
      code: 'InvalidRequest',
      message: expect.stringMatching(message),
      hint: expect.stringMatching(hint),
    });
  });
});
