/** Whether a UTF-16 code unit is white space as `\s` has it, of all that is met in cables: U+FEFF as well, which decoding leaves. */
export const isWhiteSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff;
