import { isBinary, isUtf16be, isUtf16le } from '../files/encoding';

/** UTF-8 with or without a byte-order mark, UTF-16 with one, otherwise Windows-1252. The mark is no part of the text. Null: binary. */
export function decode(bytes: Uint8Array): string | null {
  if (isBinary(bytes)) return null;
  if (isUtf16le(bytes)) return new TextDecoder('utf-16le').decode(bytes);
  if (isUtf16be(bytes)) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
