/** The section count of a classification line (FORMAT 3.2). */
import { pad } from '../../model/dates';
import { type Token, token } from '../../model/fields';
import type { ClassificationField, MessageView } from '../../model/view';
import { editDistance } from '../../text/edit-distance';

const RIGHT = /^(?:SECTION {1,2}\d{1,2} {1,2}OF|FINAL SECTION OF) {1,2}\d{1,2}$/i;
/** What no reader takes for a section count, though it must be meant as one: `SEXTION 01 OF 02`, `SECTIO 01  02`, `SECTION 01 OF ROME 000001`. */
const MEANT =
  /\b([A-Z]{2}[A-Z'.-]{2,7}[A-Z]) {0,2}(\d{1,2})(?: {0,2}[O0]?F {0,2}| {1,3}O? ?)(\d{1,2})(?!\d)|\bSECTION\b(?: {0,2}\d{1,2}(?!\d))?(?: {0,2}OF\b)?/i;
/** Post and number, which come behind a section count; not the number of a party's series. */
const CABLE = /^(?! *(?:TOSEC|SECTO)).*[A-Z]{2} \d{3,7}\b/;

export interface DamagedSection extends Token {
  /** `SECTION 01 OF 02`, where its numbers can be read. */
  readonly right: string | null;
}

/** A section count in another form than the format gives it. */
export function damagedSection(view: MessageView, { field, line }: ClassificationField): DamagedSection | null {
  const { end } = field.children[0]!;
  // Where more of a count follows, what was read is not the whole of it.
  const right = (to: number, number: number | null, total: number | null): string | null =>
    /^ {0,2}(?:[O0]?F\b|\d{1,2} )/.test(view.text({ start: to, end })) ? null : written(number, total);
  if (line.section)
    return RIGHT.test(line.section.text)
      ? null
      : { ...line.section, right: right(line.section.end, line.sectionNumber, line.sectionsAnnounced) };
  const { start } = field.label;
  const text = view.text({ start, end });
  const match = MEANT.exec(text);
  const [whole, word, number, total] = match ?? [];
  if (match && whole && !RIGHT.test(whole) && !(word && editDistance(word.toUpperCase(), 'SECTION', 2) > 2)) {
    const at = token(whole, start + match.index);
    return { ...at, right: word ? right(at.end, Number(number), Number(total)) : null };
  }
  // `SEC TION 01 OF 02 ROME 000001`: its numbers were taken for that of the cable.
  const { post, serial } = line;
  if (!post || !serial || serial.text.length > 2) return null;
  return CABLE.test(view.text({ start: serial.end, end }))
    ? { ...token(view.text({ start: post.start, end: serial.end }), post.start), right: null }
    : null;
}

/** Where no section count was read, a damaged one was taken for the post and its number. */
export const isMisread = (view: MessageView, each: ClassificationField): boolean =>
  !each.line.section && damagedSection(view, each) !== null;

const written = (number: number | null, total: number | null): string | null =>
  number && total && number <= total ? `SECTION ${pad(number)} OF ${pad(total)}` : null;
