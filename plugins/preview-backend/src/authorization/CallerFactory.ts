// SPDX-License-Identifier: Apache-2.0
import type {
  HttpAuthService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { Via } from '@preview-environments/backstage-plugin-preview-common';
import type { Request } from 'express';
import type { PreviewConfig } from '../config/types';
import { readSteadily } from '../dependencies/readSteadily';
import type { Random } from '../lifecycle/random';
import type { Caller } from './Caller';
import {
  accessEntries,
  type EntitiesOfRepository,
} from './subjects/accessEntries';

/** Clients that may name themselves; every other label is the server's. */
const CLIENTS: readonly string[] = ['portal', 'cli', 'action'];
const REQUEST_ID = /^[\w.:-]{1,64}$/;

/** Finds out who sent a request. */
export class CallerFactory {
  constructor(
    private readonly options: {
      httpAuth: HttpAuthService;
      userInfo: UserInfoService;
      config: PreviewConfig;
      random: Random;
      entitiesOfRepository: EntitiesOfRepository;
    },
  ) {}

  /** @throws AuthenticationError without a valid token */
  async fromRequest(request: Request): Promise<Caller> {
    const { httpAuth, userInfo, config, entitiesOfRepository } = this.options;
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const common = {
      credentials,
      via: viaOf(request.header('preview-client')),
      requestId: this.requestId(request.header('x-request-id')),
    };
    if (credentials.principal.type === 'service') {
      const { subject } = credentials.principal;
      const { subjects } = config.access;
      return {
        ...common,
        principal: 'service',
        ref: subject,
        ownershipRefs: [],
        isAdmin: false,
        entries: await accessEntries(subjects, subject, entitiesOfRepository),
      };
    }
    const info = await readSteadily(() => userInfo.getUserInfo(credentials));
    const ownershipRefs = info.ownershipEntityRefs.map(ref =>
      ref.toLowerCase(),
    );
    return {
      ...common,
      principal: 'user',
      ref: info.userEntityRef.toLowerCase(),
      ownershipRefs,
      isAdmin: ownershipRefs.some(ref => config.access.admins.includes(ref)),
      entries: [],
    };
  }

  private requestId(given: string | undefined): string {
    return given && REQUEST_ID.test(given) ? given : this.options.random.uuid();
  }
}

function viaOf(client: string | undefined): Via {
  return client && CLIENTS.includes(client) ? (client as Via) : 'api';
}
