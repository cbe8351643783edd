// SPDX-License-Identifier: Apache-2.0
import Ajv from 'ajv';
import fc from 'fast-check';
import { fromFile } from '../fixtures/kubeConfigs';
import { KubeHttp, type KubeObject, resourcePath } from '../fixtures/product';
import {
  missingFields,
  type MirrordSession,
  PREVIEW_SESSIONS,
} from './product';
import { randomConfig, SECRET } from './randomConfig';
import { resourceOf } from './resourceOf';

jest.setTimeout(300_000);

const SEED = Number(process.env.PREVIEW_TEST_SEED ?? 20_261_121);
const CONFIGS = 10_000;
/** So many are also shown to the API server. */
const SENT = 300;
const DEFINITION =
  '/apis/apiextensions.k8s.io/v1/customresourcedefinitions/previewsessions.preview.mirrord.metalbear.co';

interface Definition {
  spec: { versions: { schema: { openAPIV3Schema: object } }[] };
}

/** Whether the published definition takes a resource, by its own schema. */
function validator({ spec }: Definition) {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  const [{ schema }] = spec.versions;
  return ajv.compile(schema.openAPIV3Schema);
}

/** Members of the schema's objects that it does not know, by path. */
function unknownOf(schema: any, value: any, at = ''): string[] {
  if (Array.isArray(value)) {
    return value.flatMap(each => unknownOf(schema.items, each, `${at}[]`));
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([name, inner]) => {
    const known = schema.properties?.[name] ?? schema.additionalProperties;
    return known ? unknownOf(known, inner, `${at}.${name}`) : [`${at}.${name}`];
  });
}

describe(`${CONFIGS} random configurations (PREVIEW_TEST_SEED=${SEED})`, () => {
  let http: KubeHttp;
  let definition: Definition;
  beforeAll(async () => {
    const file = process.env.PREVIEW_TEST_KUBECONFIG;
    if (!file) {
      throw new Error(
        'Set PREVIEW_TEST_KUBECONFIG to the kubeconfig of a cluster for tests alone, with the PreviewSession definition of mirrord.',
      );
    }
    http = new KubeHttp(fromFile(file));
    definition = await http.json<Definition>({
      method: 'GET',
      path: DEFINITION,
      label: 'get definition',
    });
  });
  afterAll(() => http?.close());

  it('end in a refusal or in a resource that the published definition takes', async () => {
    const isTaken = validator(definition);
    const { spec } = (definition.spec.versions[0].schema.openAPIV3Schema as any)
      .properties;
    const made: MirrordSession[] = [];
    const refusals = new Map<string, number>();
    fc.assert(
      fc.property(randomConfig, config => {
        const outcome = resourceOf(config);
        if ('refused' in outcome) {
          const { refused } = outcome;
          refusals.set(refused, (refusals.get(refused) ?? 0) + 1);
          return;
        }
        const { session } = outcome;
        const text = JSON.stringify(session);
        const plain = JSON.parse(text);
        expect([isTaken(plain), isTaken.errors]).toEqual([true, null]);
        expect(unknownOf(spec, plain.spec)).toEqual([]);
        const { incoming } = session.spec;
        expect(incoming?.steal === true && !incoming.httpFilter).toBe(false);
        expect(text).not.toContain(SECRET);
        made.push(session);
      }),
      { numRuns: CONFIGS, seed: SEED },
    );
    // Enough of either, so that neither part of it is empty words.
    expect(made.length).toBeGreaterThan(CONFIGS / 20);
    expect(refusals.size).toBeGreaterThan(8);

    const step = Math.floor(made.length / SENT);
    const sent = made.filter((_, index) => index % step === 0).slice(0, SENT);
    expect(sent).toHaveLength(SENT);
    for (const session of sent) {
      const got = await dryRun(session);
      expect(missingFields(session.spec, got.spec)).toEqual([]);
    }
  });

  async function dryRun(session: MirrordSession): Promise<KubeObject> {
    const { name, labels, annotations } = session.metadata;
    return http.json<KubeObject>({
      method: 'POST',
      path: resourcePath(PREVIEW_SESSIONS, 'default'),
      query: { dryRun: 'All' },
      body: {
        type: 'application/json',
        content: { ...session, metadata: { name, labels, annotations } },
      },
      label: 'dry-run create previewsessions',
    });
  }
});
