// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import {
  DEFAULT_HEADER,
  type EntityOptions,
} from '@preview-environments/backstage-plugin-preview-common';
import { usePersonName } from '../../hooks/usePersonName';
import { ANY_REPOSITORY } from '../../model/image';
import { proposeKey } from '../../model/proposeKey';
import type { StartContext, StartForm } from '../../model/startForm';

/** The fields of the Start dialog and what they are about. */
export interface StartFormState {
  form: StartForm;
  context: StartContext;
  /** Position of the chosen target among the options. */
  targetIndex: number;
  change: (part: Partial<StartForm>) => void;
  chooseTarget: (index: number) => void;
}

/** Holds the fields; the key follows person and tag until it is edited. */
export function useStartForm(options: EntityOptions): StartFormState {
  const person = usePersonName();
  const first = Math.max(
    0,
    options.targets.findIndex(({ problem }) => !problem),
  );
  const [targetIndex, setTargetIndex] = useState(first);
  const target = options.targets[targetIndex];
  const defaultMode = options.defaults.trafficMode;
  const [fields, setFields] = useState<Omit<StartForm, 'key'>>({
    repository: target.imageRepositories[0] ?? ANY_REPOSITORY,
    imageText: '',
    ttl: options.defaults.ttlSeconds,
    pinned: false,
    replicas: '1',
    env: {},
    mode: target.trafficModes.includes(defaultMode)
      ? defaultMode
      : target.trafficModes[0] ?? defaultMode,
    header: options.headers[0] ?? DEFAULT_HEADER,
    reason: '',
  });
  const [key, setKey] = useState<string | null>(null);
  const form = {
    ...fields,
    key: key ?? proposeKey(options.proposedKey, person, fields.imageText),
  };
  return {
    form,
    context: {
      entityRef: options.entityRef,
      target,
      limits: options.limits,
    },
    targetIndex,
    change: ({ key: typed, ...part }) => {
      if (typed !== undefined) setKey(typed);
      setFields(known => ({ ...known, ...part }));
    },
    chooseTarget: index => {
      const next = options.targets[index];
      setTargetIndex(index);
      setFields(known => ({
        ...known,
        repository: next.imageRepositories[0] ?? ANY_REPOSITORY,
        mode: next.trafficModes.includes(known.mode)
          ? known.mode
          : next.trafficModes[0] ?? known.mode,
      }));
    },
  };
}
