/** Levels that several lines give: classification line, archive, FL4, portion marks, captions (FORMAT 2.4, 3.2, 3.3, 4.1). */
import { type Level, levelOf } from '../../model/classification';
import { type Token, token } from '../../model/fields';
import type { MessageView } from '../../model/view';
import type { Field, FieldKind, Paragraph } from '../../syntax/tree';
import { editDistance } from '../../text/edit-distance';
import { isRedacted } from '../rule';
import { isReadable } from './shared';

export interface Marking extends Token {
  readonly level: Level;
}

/** The level in the archive's preamble. */
export interface Archived extends Marking {
  readonly field: Field;
  /** The whole line. */
  readonly whole: Token;
  readonly caveats: readonly Token[];
}

export const archived = (view: MessageView) => view.once(readArchived);
function readArchived(view: MessageView): Archived | null {
  const field = view.preamble('preamble-classification');
  const whole = field && token(view.value(field).text.trimEnd(), field.value);
  if (!whole || isRedacted(whole.text)) return null;
  const [word, ...caveats] = whole.text.split('//');
  const level = levelOf(word!);
  if (!level) return null;
  let at = whole.start + word!.length;
  const text = word!.trimEnd();
  return {
    text,
    start: whole.start,
    end: whole.start + text.length,
    level,
    field,
    whole,
    caveats: caveats.map((text) => {
      const caveat = token(text, at + 2);
      at = caveat.end;
      return caveat;
    }),
  };
}

/** The archive and the cable name two levels. It files limited official use as unclassified, for official use only. */
export function levelDiffers(view: MessageView): boolean {
  const archive = archived(view)?.level;
  const { level } = view;
  if (!archive || !level || archive === level) return false;
  return !(level === 'LIMITED OFFICIAL USE' && archive === 'UNCLASSIFIED');
}

/**
 * The level of the cable: of its classification line, in the layout of SMART of its banners. Null where it is not known, or where the
 * archive says another: that is told once (`xref/preamble-classification`).
 */
export const marking = (view: MessageView) => view.once(readMarking);
function readMarking(view: MessageView): Marking | null {
  const { classification, level } = view;
  if (classification) {
    const { text, start, end } = classification.word;
    return level && !levelDiffers(view) ? { text, start, end, level } : null;
  }
  if (view.layout !== 'smart') return null;
  const first = bannerIn(view, view.fields('banner'));
  const last = bannerIn(view, view.message.ending?.fields ?? []);
  return first && last && last.level !== first.level ? null : first;
}
function bannerIn(view: MessageView, fields: readonly Field[]): Marking | null {
  for (const field of fields) {
    if (field.kind !== 'banner') continue;
    const word = token(view.folded(field), field.value);
    const level = word.text === 'SBU' ? null : levelOf(word.text);
    if (level) return { ...word, level };
  }
  return null;
}
/** The letters of FL4 for each level, that of the level itself first. E: encrypted for transmission only (FORMAT 2.4). */
export const FL4_LETTERS: Readonly<Record<Level, string>> = {
  UNCLASSIFIED: 'UE',
  'LIMITED OFFICIAL USE': 'UE',
  CONFIDENTIAL: 'C',
  SECRET: 'S',
  'TOP SECRET': 'T',
};

/** `a SECRET`, `an UNCLASSIFIED`. */
export const withArticle = (level: Level): string => `${level === 'UNCLASSIFIED' ? 'an' : 'a'} ${level}`;

/** What a portion mark says. */
interface Mark {
  /** Of U, C, S and TS; null for SBU and LOU, and for what is misspelt. */
  readonly level: Level | null;
  readonly isControl: boolean;
  readonly isNoforn: boolean;
}

export interface Portion extends Token, Mark {
  readonly paragraph: Paragraph;
}

export interface Portions {
  readonly marks: readonly Portion[];
  /** Each numbered paragraph has one. */
  readonly complete: boolean;
}

const MARK = /^(?:UNCLASSIFIED|LIMITED OFFICIAL USE|CONFIDENTIAL|TOP SECRET|SECRET|SBU|LOU|TS|[UCS])\b/i;

function readMark(text: string): Mark {
  const word = MARK.exec(text)?.[0] ?? '';
  const isControl = /^(?:SBU|LOU|LIMITED)/i.test(word);
  return { level: isControl ? null : levelOf(word), isControl, isNoforn: /\b(?:NF|NOFORN)\b/i.test(text) };
}

/** The portion marks of all paragraphs, quoted ones too. */
export const portions = (view: MessageView): Portions => view.once(readPortions);
function readPortions({ cable: { clean }, message }: MessageView): Portions {
  const marks: Portion[] = [];
  // A cable has two or three marks, many times over.
  const known = new Map<string, Mark>();
  let complete = true;
  let before: Paragraph | null = null;
  for (const section of message.body.sections)
    for (const paragraph of section.paragraphs) {
      const { mark, number } = paragraph;
      if (!mark) complete &&= number === null;
      // A list of (A), (B) and (C) is no list of marks.
      else if (number || !clean.startsWith('(B)', before?.textStart ?? 0)) {
        const { start, end } = mark;
        const text = clean.slice(start, end);
        const read = known.get(text) ?? readMark(text);
        known.set(text, read);
        const { level, isControl, isNoforn } = read;
        marks.push({ text, start, end, paragraph, level, isControl, isNoforn });
      }
      before = paragraph;
    }
  return { marks, complete };
}
export const numberOf = ({ cable }: MessageView, { paragraph: { number } }: Portion): string =>
  number ? cable.clean.slice(number.start, number.end) : '';

const SUBJECT_MARK = /^\s{0,9}\(((U|SBU|LOU|C|S|TS)(?:\/\/?[A-Z]{1,9})?)\)/;

/** The portion mark of the SUBJECT line. */
export const subjectMark = (view: MessageView) => view.once(readSubjectMark);
function readSubjectMark(view: MessageView): (Token & { readonly level: Level | null }) | null {
  const field = view.fields('subject')[0];
  const match = field && SUBJECT_MARK.exec(view.value(field).text);
  if (!field || !match) return null;
  const level = /SBU|LOU/.test(match[2]!) ? null : levelOf(match[2]!);
  return { ...token(match[1]!, field.value + match[0].indexOf('(') + 1), level };
}

/** A caption, or a word that was meant for it: the slip itself is reported elsewhere. */
const says = (view: MessageView, name: string): boolean =>
  view.captions.some(({ known, text }) => known === name || (!known && editDistance(text.toUpperCase(), name, 2) <= 2));
const inBanner = (view: MessageView, pattern: RegExp): boolean =>
  view.layout === 'smart' && view.fields('banner').some((field) => pattern.test(view.folded(field)));
/** In a text header that the text gives again (FORMAT 6), above its E.O. line. */
const inRepeated = (view: MessageView, pattern: RegExp): boolean =>
  view.message.body.repeatedHeaders.some(({ fields }) =>
    fields.some((field) => CAPTIONED.has(field.kind) && pattern.test(view.text(field))),
  );
const CAPTIONED: ReadonlySet<FieldKind> = new Set(['classification', 'caption', 'handling-note']);

/** The header says, in whatever form, that the cable is sensitive. */
export const saysSensitive = (view: MessageView): boolean => view.once(findSensitive);
const findSensitive = (view: MessageView): boolean =>
  view.isSensitive ||
  says(view, 'SENSITIVE') ||
  inBanner(view, /^(?:SBU|SENSITIVE)/i) ||
  inRepeated(view, /SENSITIVE|SBU|OFFICIAL USE/i) ||
  view.fields('handling-note').some((field) => /SENSITIVE|OFFICIAL USE/i.test(view.folded(field)));
export const saysNoforn = (view: MessageView): boolean => view.once(findNoforn);
const findNoforn = (view: MessageView): boolean =>
  says(view, 'NOFORN') || inBanner(view, /NOFORN/i) || inRepeated(view, /NOFORN/i);

/** The SBU paragraphs of an unclassified cable whose header does not say that it is sensitive; SBU is a mark of 1996 and later. */
export const sbuUnsaid = (view: MessageView): readonly Portion[] => view.once(findSbuUnsaid);
function findSbuUnsaid(view: MessageView): readonly Portion[] {
  const { year } = view;
  const recent =
    year === undefined ? view.orders.some(({ number }) => /^1(?:2958|3526)$/.test(number?.text ?? '')) : year >= 1996;
  if (!recent || !isReadable(view) || marking(view)?.level !== 'UNCLASSIFIED' || saysSensitive(view)) return [];
  return portions(view).marks.filter(({ text }) => /^SBU\b/i.test(text));
}
