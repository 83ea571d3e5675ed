/** Security warning and operating signals (FORMAT 2.4). */
import { token } from '../../model/fields';
import type { MessageView } from '../../model/view';
import type { FieldKind, Span } from '../../syntax/tree';

/** The letters that may follow each prosign. `ZNY UUUUU` appears on service messages. */
export const SIGNALS: Readonly<Record<string, string>> = { ZNR: 'U', ZNY: 'ERCSTU' };

const CARRIERS: readonly FieldKind[] = ['fl4', 'fl5', 'classification'];

/** The first place in the lines that carry operating signals where a pattern is found. */
export function findSignal(view: MessageView, pattern: RegExp): Span | null {
  for (const kind of CARRIERS)
    for (const field of view.fields(kind)) {
      const found = pattern.exec(view.text(field));
      if (found) return token(found[0], field.start + found.index);
    }
  return null;
}
