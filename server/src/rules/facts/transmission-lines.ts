/** The lines of the transmission header: which are missing, damaged or out of their order (FORMAT 2). */
import { type Token, words } from '../../model/fields';
import type { MessageView } from '../../model/view';
import type { Field, FieldKind } from '../../syntax/tree';
import { isRedacted } from '../rule';

/** What a message calls each line. */
export const LINE_NAMES: Partial<Record<FieldKind, string>> = {
  fl1: 'FL1',
  fl2: 'FL2',
  fl3: 'FL3 (DE)',
  fl4: 'FL4',
  fl5: 'FL5 (date-time group)',
  from: 'FM',
  to: 'TO',
  info: 'INFO',
};
const ORDER = Object.keys(LINE_NAMES) as FieldKind[];
/** Its place in the order of the format; -1 for lines that have none. XMT exempts from the collective before it, wherever that stands. */
export const placeOf = ({ kind }: Field): number => ORDER.indexOf(kind);

/** The lines that have a place, as they stand. */
export const formatLines = (view: MessageView): readonly Field[] => view.once(findLines);
const findLines = ({ message }: MessageView): Field[] =>
  (message.transmission?.fields ?? []).filter((field) => placeOf(field) >= 0);

const INDICATOR = /^RU[A-Z]{2,6}$/i;
export const isIndicator = (text: string): boolean => /^[A-Z]{4,8}$/i.test(text);

/** A line of FL2 that the parser did not take for one, since an indicator on it is damaged. */
export interface DamagedRouting {
  readonly field: Field;
  /** The words that are no indicators. */
  readonly wrong: readonly Token[];
}
export const damagedRouting = (view: MessageView): readonly DamagedRouting[] => view.once(findDamaged);
function findDamaged(view: MessageView): DamagedRouting[] {
  const found: DamagedRouting[] = [];
  const fields = view.has('unknown-line') ? (view.message.transmission?.fields ?? []) : [];
  for (const [i, field] of fields.entries()) {
    if (field.kind !== 'unknown-line') continue;
    const all = words(view.value(field), /[^\s.]+/g);
    const isFirst = /^(?:ZZ|OO|PP|RR)$/i.test(all[0]?.text ?? '');
    if (!isFirst && fields[i - 1]?.kind !== 'fl2') continue;
    const rest = isFirst ? all.slice(1) : all;
    if (!rest.some(({ text }) => INDICATOR.test(text)) || !rest.every(({ text }) => /^[A-Z0-9]{1,12}$/i.test(text)))
      continue;
    const wrong = rest.filter(({ text }) => !isIndicator(text) && !isRedacted(text));
    if (wrong.length) found.push({ field, wrong });
  }
  return found;
}

/** A line that should be there, and where that shows. */
export interface MissingLine {
  readonly kind: FieldKind;
  /** What may be left of it; else the line after which it belongs. */
  readonly at: Field;
  readonly isDamaged: boolean;
}

const NONE: readonly never[] = [];
const MUST: readonly FieldKind[] = ['fl5', 'from', 'to'];
const RELAY: readonly FieldKind[] = ['fl2', 'fl3', 'fl4'];

/** Not where the header was cut above it, or where it was read in another form. */
const isLost = (view: MessageView, kind: FieldKind): boolean =>
  ORDER.slice(0, ORDER.indexOf(kind)).some((each) => view.has(each)) &&
  !view.has('janap-line') &&
  !(kind === 'fl2' && damagedRouting(view).length);

export const missingLines = (view: MessageView): readonly MissingLine[] => view.once(findMissing);
function findMissing(view: MessageView): readonly MissingLine[] {
  const absent = MUST.filter((kind) => !view.has(kind) && !(kind === 'fl5' && view.has('janap-line')));
  // Some headers have none of FL2 to FL4; but one of them is not lost alone.
  const relay = RELAY.filter((kind) => !view.has(kind));
  if (relay.length === 1 && isLost(view, relay[0]!)) absent.unshift(relay[0]!);
  const all = view.message.transmission?.fields;
  if (!absent.length || !all?.length || view.layout === 'smart' || view.partial) return NONE;
  return absent.map((kind) => {
    const place = ORDER.indexOf(kind);
    const before = all.findLast((field) => placeOf(field) >= 0 && placeOf(field) < place);
    const after = all.find((field) => placeOf(field) > place);
    const left = all.find(
      ({ kind, start }) =>
        kind === 'unknown-line' && start > (before?.start ?? -1) && start < (after?.start ?? Number.POSITIVE_INFINITY),
    );
    return { kind, at: left ?? before ?? all[0]!, isDamaged: left !== undefined };
  });
}
