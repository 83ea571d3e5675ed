/** What the bytes of a file are, by how they begin. */

/** How many bytes tell a binary file. */
const BINARY_HEAD = 8192;

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean => mark.every((byte, at) => bytes[at] === byte);
export const isUtf8 = (bytes: Uint8Array): boolean => startsWith(bytes, 0xef, 0xbb, 0xbf);
export const isUtf16le = (bytes: Uint8Array): boolean => startsWith(bytes, 0xff, 0xfe);
export const isUtf16be = (bytes: Uint8Array): boolean => startsWith(bytes, 0xfe, 0xff);
export const isBinary = (bytes: Uint8Array): boolean =>
  !isUtf8(bytes) && !isUtf16le(bytes) && !isUtf16be(bytes) && bytes.subarray(0, BINARY_HEAD).includes(0);
