// SPDX-License-Identifier: Apache-2.0
import { Json } from '../objects';
import { Authorizer } from '../rbac/Authorizer';
import { Attributes } from '../rbac/rules';
import { User } from '../registry/WriteContext';
import { badRequest } from '../registry/StatusError';

export interface ReviewContext {
  user: User;
  authorizer: Authorizer;
  authenticate(token: string): User | undefined;
}

type Review = (body: Json, context: ReviewContext) => Json;

function attributesOf(spec: Json): Attributes {
  const { resourceAttributes: resource, nonResourceAttributes: other } =
    spec ?? {};
  if (resource) {
    const {
      verb,
      group,
      resource: plural,
      subresource,
      name,
      namespace,
    } = resource;
    return {
      verb,
      group,
      resource: plural,
      subresource: subresource || undefined,
      name: name || undefined,
      namespace: namespace || undefined,
    };
  }
  if (other) return { verb: other.verb, path: other.path };
  throw badRequest(
    'spec: exactly one of nonResourceAttributes or resourceAttributes must be specified',
  );
}

const decision = (allowed: boolean): Json => ({
  allowed,
  ...(!allowed && { reason: '' }),
});

const userOf = (spec: Json): User => ({
  name: spec?.user ?? '',
  uid: spec?.uid,
  groups: spec?.groups ?? [],
});

/** The questions about rights and identity, by resource. Answers are the bodies with a status. */
export const REVIEWS: Record<string, Review> = {
  selfsubjectaccessreviews: (body, { user, authorizer }) => ({
    ...body,
    status: decision(authorizer.allows(user, attributesOf(body.spec))),
  }),
  subjectaccessreviews: (body, { authorizer }) => ({
    ...body,
    status: decision(
      authorizer.allows(userOf(body.spec), attributesOf(body.spec)),
    ),
  }),
  localsubjectaccessreviews: (body, { authorizer }) => ({
    ...body,
    status: decision(
      authorizer.allows(userOf(body.spec), attributesOf(body.spec)),
    ),
  }),
  selfsubjectrulesreviews: (body, { user, authorizer }) => {
    const rules = authorizer.rulesFor(user, body.spec?.namespace);
    return {
      ...body,
      status: {
        resourceRules: rules.filter(rule => rule.resources),
        nonResourceRules: rules.filter(rule => rule.nonResourceURLs),
        incomplete: false,
      },
    };
  },
  selfsubjectreviews: (body, { user }) => ({
    ...body,
    status: {
      userInfo: {
        username: user.name,
        ...(user.uid && { uid: user.uid }),
        groups: user.groups,
      },
    },
  }),
  tokenreviews: (body, { authenticate }) => {
    const user = authenticate(body.spec?.token ?? '');
    return {
      ...body,
      status: user
        ? {
            authenticated: true,
            user: { username: user.name, uid: user.uid, groups: user.groups },
          }
        : { user: {} },
    };
  },
};
