// SPDX-License-Identifier: Apache-2.0
const KEY = 'demo-person';

/** Who was picked in this tab, so that a reload does not ask again. */
export const chosenRole = {
  get: () => window.sessionStorage.getItem(KEY),
  set: (role: string) => window.sessionStorage.setItem(KEY, role),
  clear: () => window.sessionStorage.removeItem(KEY),
};
