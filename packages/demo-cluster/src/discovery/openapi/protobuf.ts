// SPDX-License-Identifier: Apache-2.0

const LENGTH_DELIMITED = 2;

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return Buffer.from([...bytes, rest]);
}

function delimited(field: number, content: Buffer): Buffer {
  return Buffer.concat([
    varint(field * 8 + LENGTH_DELIMITED),
    varint(content.length),
    content,
  ]);
}

/** A text field of a protobuf message. */
export function text(field: number, value: string): Buffer {
  return delimited(field, Buffer.from(value, 'utf8'));
}

/** A protobuf message of the given fields. */
export function message(...fields: Buffer[]): Buffer {
  return Buffer.concat(fields);
}

/** A field that holds a message. */
message.field = (field: number, ...fields: Buffer[]): Buffer =>
  delimited(field, message(...fields));
