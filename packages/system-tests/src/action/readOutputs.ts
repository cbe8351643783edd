// SPDX-License-Identifier: Apache-2.0

/** Reads a file of outputs, `NAME=VALUE` or `NAME<<END … END`; the last wins. */
export function readOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split('\n');
  while (lines.length > 0) {
    const line = lines.shift()!;
    const block = /^([^=<]+)<<(.+)$/.exec(line);
    const single = /^([^=]+)=(.*)$/.exec(line);
    if (block) {
      const [, name, end] = block;
      const length = lines.indexOf(end);
      if (length < 0) {
        throw new Error(`The output ${name} does not end`);
      }
      outputs[name] = lines.splice(0, length).join('\n');
      lines.shift();
    } else if (single) {
      outputs[single[1]] = single[2];
    } else if (line !== '') {
      throw new Error(`This is no output: ${line}`);
    }
  }
  return outputs;
}
