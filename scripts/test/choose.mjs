// SPDX-License-Identifier: Apache-2.0
/**
 * The suites to run, in their own order.
 * @throws Error that names the suites, when one does not exist
 */
export function chosenSuites(suites, { suites: wanted, except }) {
  const names = suites.map(({ name }) => name);
  const unknown = [...wanted, ...except].find(name => !names.includes(name));
  if (unknown) {
    throw new Error(
      `There is no suite ${unknown}; there are ${names.join(', ')}`,
    );
  }
  return suites.filter(
    ({ name }) =>
      !except.includes(name) && (wanted.length === 0 || wanted.includes(name)),
  );
}
