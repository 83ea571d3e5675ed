/** What the bytes of a file are, by how they begin. */

/** How many bytes tell a binary file. */
const BINARY_HEAD = 8192;

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean => mark.every((byte, at) => bytes[at] === byte);
export const isUtf8 = (bytes: Uint8Array): boolean => startsWith(bytes, 0xef, 0xbb, 0xbf);
export const isUtf16le = (bytes: Uint8Array): boolean => startsWith(bytes, 0xff, 0xfe);
export const isUtf16be = (bytes: Uint8Array): boolean => startsWith(bytes, 0xfe, 0xff);
export const isBinary = (bytes: Uint8Array): boolean =>
  !isUtf8(bytes) && !isUtf16le(bytes) && !isUtf16be(bytes) && bytes.subarray(0, BINARY_HEAD).includes(0);

/** What stands at 0x80 to 0x9F. Node's own decoder of that name reads them as control characters, in some of its versions. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
/** @param latin1 the bytes, one a character */
export const windows1252 = (latin1: string): string =>
  latin1.replace(/[\x80-\x9f]/g, (char) => WINDOWS_1252[char.charCodeAt(0) - 0x80]!);
