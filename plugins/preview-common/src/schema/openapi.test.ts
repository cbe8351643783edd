// SPDX-License-Identifier: Apache-2.0
/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PHASES, END_REASONS, STEP_NAMES, VIAS } from '../session/phase';
import { SIGN_OFF_DECISIONS, SIGN_OFF_VOID_REASONS } from '../session/signOff';
import { openapi } from './openapi.generated';

const { render } = require('../../scripts/generate-openapi');

type Schemas = Record<string, any>;
const schemas = (openapi.components as { schemas: Schemas }).schemas;

describe('OpenAPI document', () => {
  it('is the one that the YAML file says', () => {
    const yaml = readFileSync(join(__dirname, 'openapi.yaml'), 'utf8');
    const committed = readFileSync(
      join(__dirname, 'openapi.generated.ts'),
      'utf8',
    );
    expect(committed).toBe(render(yaml));
  });

  it('knows the same words as the types', () => {
    const session = schemas.PreviewSession.properties;
    expect(schemas.Phase.enum).toEqual(PHASES);
    expect(schemas.Via.enum).toEqual(VIAS);
    expect(session.endReason.enum).toEqual([...END_REASONS, null]);
    expect(session.steps.items.properties.name.enum).toEqual(STEP_NAMES);
  });

  it('knows the words of sign-offs', () => {
    const { decision, void: isVoid } = schemas.SignOff.properties;
    expect(decision.enum).toEqual(SIGN_OFF_DECISIONS);
    expect(isVoid.anyOf[0].properties.why.enum).toEqual(SIGN_OFF_VOID_REASONS);
  });

  it('refuses unknown fields in every request body', () => {
    const requests = Object.entries(schemas).filter(([name]) =>
      name.endsWith('Request'),
    );
    expect(requests.length).toBeGreaterThan(3);
    for (const [, schema] of requests) {
      expect(schema.additionalProperties).toBe(false);
    }
  });

  it('has no absent fields in a session', () => {
    const { required, properties } = schemas.PreviewSession;
    expect(required).toEqual(Object.keys(properties));
  });

  it('has no colon in any path', () => {
    const paths = Object.keys(openapi.paths as object);
    expect(paths.filter(path => path.includes(':'))).toEqual([]);
  });
});
