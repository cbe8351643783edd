// SPDX-License-Identifier: Apache-2.0
import { codeFiles, productFiles } from './sources';

const LONGEST = 300;
const MEDIAN = 90;

describe('sizes', () => {
  it(`no file is longer than ${LONGEST} lines`, () => {
    const tooLong = codeFiles()
      .filter(file => file.lines > LONGEST)
      .map(file => `${file.path}: ${file.lines}`);
    expect(tooLong).toEqual([]);
  });

  it(`half of the files are shorter than ${MEDIAN} lines`, () => {
    const lines = productFiles()
      .map(file => file.lines)
      .sort((a, b) => a - b);
    expect(lines[Math.floor(lines.length / 2)]).toBeLessThan(MEDIAN);
  });

  it('no file is called utils or helpers', () => {
    const vague = codeFiles().filter(file =>
      /\/(utils|helpers|misc)\.tsx?$/.test(file.path),
    );
    expect(vague.map(file => file.path)).toEqual([]);
  });
});
