/**
 * The same words, and nothing else: V8 cuts a piece out of a text by pointing into it, so that who keeps the piece keeps all of the text. For
 * what outlives the cable that it comes from.
 */
export const apart = (piece: string): string => ` ${piece}`.slice(1);
