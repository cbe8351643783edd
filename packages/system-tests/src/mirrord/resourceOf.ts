// SPDX-License-Identifier: Apache-2.0
import { mockServices } from '@backstage/backend-test-utils';
import {
  FILTER_TYPES,
  INPUT_NAMES,
  isPreviewError,
  openapi,
  type StartRequest,
} from '@preview-environments/backstage-plugin-preview-common';
import type { SessionIntent } from '@preview-environments/backstage-plugin-preview-node';
import Ajv2020 from 'ajv/dist/2020';
import {
  buildSession,
  capabilitiesOf,
  CliError,
  convert,
  type MirrordSession,
  operatorFacts,
  parseStart,
  type PolicyInput,
  readConfig,
  refusalsOfIntent,
  TARGET_RULES,
  ttlSecsOf,
  wishOf,
} from './product';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const HOUR = 3_600_000;
const place = { cluster: 'staging', namespace: 'shop' };

const ajv = new Ajv2020({ strict: false });
ajv.addSchema({ ...openapi, $id: 'openapi' });
const isRequest = ajv.compile({
  $ref: 'openapi#/components/schemas/StartRequest',
});

const CONFIG = readConfig(
  mockServices.rootConfig({
    data: {
      preview: {
        policy: {
          inputs: { allow: [...INPUT_NAMES] },
          filters: { allow: FILTER_TYPES.filter(type => type !== 'header') },
          env: { allow: ['A', 'B_C'] },
          pin: 'owners',
        },
        routing: { headers: ['x-preview-key', 'baggage'] },
      },
    },
  }),
  '',
);

const OPERATOR = operatorFacts({
  apiVersion: 'operator.metalbear.co/v1',
  kind: 'MirrordOperator',
  metadata: { name: 'operator' },
  spec: {
    operator_version: '3.250.0',
    supported_features: [
      'PreviewEnv',
      'SqsQueueSplitting',
      'SqsQueueSplittingWithJqFilter',
      'KafkaQueueSplitting',
      'KafkaQueueSplittingWithJqFilter',
      'RmqQueueSplitting',
      'GcpPubSubQueueSplitting',
      'RedisPubSubQueueSplitting',
      'TemporalQueueSplitting',
      'BullMqQueueSplitting',
    ],
  },
});

/** Rules about what a preview is, not about whose it is. */
const RULES = TARGET_RULES.filter(
  ({ name }) => !['binding', 'images', 'digest'].includes(name),
);

export type Outcome = { refused: string } | { session: MirrordSession };

/**
 * What a configuration file becomes in the cluster, by the whole way that it
 * goes: conversion, API, policy, driver. Whatever is thrown in any other way
 * than as a refusal comes out as it is.
 */
export function resourceOf(config: Record<string, unknown>): Outcome {
  try {
    return attempt(config);
  } catch (error) {
    if (error instanceof CliError || isPreviewError(error)) {
      return { refused: error.code };
    }
    throw error;
  }
}

function attempt(config: Record<string, unknown>): Outcome {
  const { wish } = convert(config, () => Buffer.from('from a file'));
  const request = {
    entityRef: 'component:default/checkout',
    key: 'pr-7',
    image: 'shop/checkout:pr-7',
    target: 'deployment/checkout',
    ...wish,
  } as StartRequest;
  if (!isRequest(JSON.parse(JSON.stringify(request)))) {
    return { refused: 'InvalidRequest' };
  }
  const parsed = parseStart(request, NOW);
  const wanted = wishOf({
    ...{ config: CONFIG, place, key: 'pr-7', now: NOW },
    parsed: { ...parsed, secretContents: 'contents' },
    labelModes: ['inherit'],
  });
  const capabilities = capabilitiesOf(OPERATOR, NOW);
  for (const rule of RULES) {
    const objection = rule.check({
      ...{ config: CONFIG, now: NOW, wish: wanted, capabilities },
      caller: { isAdmin: true },
      target: { secretKeys: [] },
    } as unknown as PolicyInput);
    if (objection) {
      return { refused: objection.code };
    }
  }
  const intent: SessionIntent = {
    ...place,
    sessionId: 's-1',
    key: 'pr-7',
    handle: null,
    entityRef: request.entityRef,
    target: parsed.target!,
    traffic: wanted.traffic,
    labelMode: wanted.labelMode,
    replicas: wanted.replicas,
    env: wanted.env,
    inputs: wanted.inputs,
    secretFiles: null,
    revisions: [{ number: 1, image: request.image }],
    serving: 1,
    routed: true,
    expiresAt: wanted.expiresAt,
    backstopAt: (wanted.expiresAt ?? NOW) + HOUR,
  };
  const [refusal] = refusalsOfIntent(intent, OPERATOR);
  if (refusal) {
    return { refused: refusal.code };
  }
  const ttl = ttlSecsOf(intent.backstopAt, NOW, 72 * HOUR);
  const container = parsed.target?.container ?? 'main';
  return { session: buildSession(intent, container, ttl) };
}
