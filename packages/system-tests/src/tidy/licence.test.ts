// SPDX-License-Identifier: Apache-2.0
import { codeFiles } from './sources';

describe('licence', () => {
  it('every source file says under which licence it stands', () => {
    const without = codeFiles().filter(
      file =>
        !file.text
          .split('\n')
          .slice(0, 2)
          .join('\n')
          .includes('SPDX-License-Identifier: Apache-2.0') &&
        !/\.eslintrc\.js$/.test(file.path),
    );
    expect(without.map(file => file.path)).toEqual([]);
  });
});
