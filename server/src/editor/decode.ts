import { isBinary, isUtf16be, isUtf16le, windows1252 } from '../files/encoding';

/** UTF-8 with or without a byte-order mark, UTF-16 with one, otherwise Windows-1252. The mark is no part of the text. Null: binary. */
export function decode(bytes: Uint8Array): string | null {
  if (isBinary(bytes)) return null;
  if (isUtf16le(bytes)) return new TextDecoder('utf-16le').decode(bytes);
  if (isUtf16be(bytes)) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return windows1252(new TextDecoder('latin1').decode(bytes));
  }
}
