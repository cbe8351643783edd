// SPDX-License-Identifier: Apache-2.0
import {
  type AskedInputs,
  inputNames,
  type StartInputs,
} from '@preview-environments/backstage-plugin-preview-common';

/** Members that say the same thing in two ways. */
const INSTEAD = { ports: 'ignorePorts', ignorePorts: 'ports' } as const;

/**
 * What a session is asked for: what the request gives, else what was asked
 * for before. Contents of secret files stay out of it.
 *
 * @param secretContents - names the contents that came with the request
 */
export function askedInputs(
  given: StartInputs,
  before: AskedInputs,
  secretContents: string | null,
): AskedInputs {
  const { secretMounts, ...rest } = given;
  const kept = { ...before };
  for (const name of ['ports', 'ignorePorts'] as const) {
    if (given[name]?.length) {
      delete kept[INSTEAD[name]];
    }
  }
  const asked = {
    ...kept,
    ...rest,
    ...(secretMounts !== undefined && {
      secretMounts: secretMounts?.map(({ path }) => ({ path })),
      secretContents: secretMounts?.length ? secretContents : undefined,
    }),
  };
  const names = inputNames(asked as StartInputs);
  return Object.fromEntries(
    [
      ...names,
      ...(names.includes('secretMounts') ? ['secretContents' as const] : []),
    ].map(name => [name, asked[name]]),
  );
}
