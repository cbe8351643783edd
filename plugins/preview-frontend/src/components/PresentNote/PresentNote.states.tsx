// SPDX-License-Identifier: Apache-2.0
import {
  REPOSITORY,
  aSession,
  failedWith,
  named,
} from '../../examples/sessions';
import { inSeconds } from '../../examples/time';
import type { ExampleState, ExampleStates } from '../../examples/types';
import { PresentNote } from './PresentNote';

const running = aSession(named('pr-7', 'new'));

const of = (
  shows: RegExp,
  part: Partial<Parameters<typeof PresentNote>[0]>,
): ExampleState => ({
  render: () => (
    <PresentNote
      present={running}
      image={`${REPOSITORY}:old`}
      expiresAt={running.expiresAt}
      {...part}
    />
  ),
  shows,
});

export const states: ExampleStates = {
  NewImage: of(
    /pr-7 runs already with image new\. This updates it: image new → old\. It still ends/,
    {},
  ),
  NewEnd: of(/Its end moves to/, { expiresAt: inSeconds(3600) }),
  NoEnd: of(/It has no end\./, { expiresAt: null }),
  ImageNotKnown: of(/This updates it\.(?! It)/, {
    image: null,
    expiresAt: undefined,
  }),
  SameImage: of(/Its image stays/, { image: running.image }),
  Failed: of(/it failed with image new/, {
    present: failedWith('CrashLoop')(running),
  }),
  More: of(/ends .*Copies as before\./, { children: 'Copies as before.' }),
};
