// SPDX-License-Identifier: Apache-2.0

/**
 * Standard base64 with padding (RFC 4648, section 4).
 *
 * @public
 */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) {
    text += String.fromCharCode(byte);
  }
  return btoa(text);
}

/**
 * Reads standard base64. Each sequence of bytes has one spelling only; others
 * are refused, so that nothing signed can be written in two ways.
 *
 * @returns the bytes, or `null`
 * @public
 */
export function fromBase64(text: string): Uint8Array | null {
  let binary: string;
  try {
    binary = atob(text);
  } catch {
    return null;
  }
  return btoa(binary) === text
    ? Uint8Array.from(binary, letter => letter.charCodeAt(0))
    : null;
}
