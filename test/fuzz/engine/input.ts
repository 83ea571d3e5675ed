import { random } from '../../support/random';
import type { Input } from './target';

/** A seed of a text's own (FNV-1a). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

export const inputOf = (text: string, spoilt?: Input['spoilt']): Input => ({
  text,
  next: random(hashOf(text)),
  ...(spoilt && { spoilt }),
});
