/** Level and handling: FL4, preamble, portion marks, subject, captions (FORMAT 5.2, 22-31). */
import { captions, isSensitive } from '../../model/captions';
import { isClassified, type Level, levelOf } from '../../model/classification';
import { fields, foldedValue, memo, span, type Token, token, valueText } from '../../model/fields';
import { readSubject } from '../../model/header';
import { readFl4 } from '../../model/transmission';
import type { Cable, Message, Paragraph } from '../../syntax/tree';
import { isRedacted, more, preambleField, type Rule, rule, type Subject } from '../rule';
import { levelOfCable, rank } from './facts';

const MARK_LEVELS: Readonly<Record<string, readonly Level[]>> = {
  U: ['UNCLASSIFIED', 'LIMITED OFFICIAL USE'],
  // Encrypted for transmission only.
  E: ['UNCLASSIFIED', 'LIMITED OFFICIAL USE'],
  C: ['CONFIDENTIAL'],
  S: ['SECRET'],
  T: ['TOP SECRET'],
};

interface Portion extends Token {
  readonly number: string;
  /** Of U, C, S and TS; null for SBU, LOU and what is misspelt. */
  readonly level: Level | null;
  readonly words: readonly string[];
}

const portions = ({ view, message }: Subject): readonly Portion[] => readPortions(message, view.cable);
const readPortions = memo((message: Message, cable: Cable): readonly Portion[] =>
  paragraphs(message.body.sections).flatMap(({ mark, number }): Portion[] => {
    if (!mark) return [];
    const at = token(cable.clean.slice(mark.start, mark.end), mark.start);
    const words = at.text
      .toUpperCase()
      .split(/[^A-Z]+/)
      .filter(Boolean);
    const level = /^(?:U|C|S|TS)$/.test(words[0] ?? '') ? levelOf(words[0]!) : null;
    return [{ ...at, number: number ? cable.clean.slice(number.start, number.end) : '', level, words }];
  }),
);
const paragraphs = (sections: readonly { readonly paragraphs: readonly Paragraph[] }[]): Paragraph[] =>
  sections.flatMap((section) => [...section.paragraphs]);

const caption = ({ view, message }: Subject, name: string) =>
  captions(message, view.cable).find(({ known }) => known === name);
const isNoforn = (subject: Subject): boolean =>
  caption(subject, 'NOFORN') !== undefined ||
  (subject.view.classification?.handling.some(({ text }) => /NOFORN/i.test(text)) ?? false) ||
  /NOFORN/i.test(subject.view.classification?.suffix ?? '');

export const classificationXrefRules: Rule[] = [
  rule(
    'xref/security-mark',
    'error',
    'The transmission is protected as the cable is classified.',
    (subject, report) => {
      const { view, message } = subject;
      const target = fields(message, 'fl4')[0];
      const mark = target && readFl4(view.cable, target).mark;
      const level = levelOfCable(view);
      const letter = mark && /^([UECST])\1{4}$/.exec(mark.text.toUpperCase())?.[1];
      if (mark && letter && level && !MARK_LEVELS[letter]!.includes(level))
        report(mark, `FL4 is marked ${mark.text}, the classification line says ${level}.`, {
          related: {
            ...view.classification!.word,
            message: `The classification line says ${level}.`,
          },
        });
    },
  ),
  rule('xref/preamble-classification', 'error', "The archive's level is that of the cable.", (subject, report) => {
    const { view, message } = subject;
    const field = preambleField(subject, 'preamble-classification');
    const level = levelOfCable(view);
    if (!field || !level) return;
    const text = foldedValue(view.cable, field);
    const [word, ...caveats] = text.split('//');
    const archived = levelOf(word!);
    if (!archived || isRedacted(text)) return;
    const related = { ...view.classification!.word, message: `The cable is ${level}.` };
    // The archive files limited official use as unclassified, for official use only.
    const limited = level === 'LIMITED OFFICIAL USE' && archived === 'UNCLASSIFIED';
    if (archived !== level && !limited) {
      report(span(field), `The preamble says ${text}, the cable ${level}.`, { severity: 'error', related });
      return;
    }
    const official = caveats.some((each) => /OFFICIAL USE/i.test(each));
    if (level === 'UNCLASSIFIED' && official !== isSensitive({ cable: view.cable, message }))
      report(
        span(field),
        `The preamble says ${text}, the cable is ${official ? 'not' : ''} SENSITIVE.`.replace(/ {2}/g, ' '),
        { severity: 'information', related },
      );
  }),
  rule(
    'xref/portion-over-classification',
    'error',
    'No paragraph is classified above the cable.',
    (subject, report) => {
      const level = levelOfCable(subject.view);
      if (!level) return;
      const above = portions(subject).filter((each) => rank(each.level) > rank(level));
      const [first] = above;
      if (first)
        report(first, `Paragraph ${first.number} is marked (${first.text}) in a ${level} cable.${more(above)}`, {
          related: {
            ...subject.view.classification!.word,
            message: `The cable is ${level}.`,
          },
        });
    },
  ),
  rule(
    'xref/classification-over-portions',
    'information',
    'The cable has the level of its highest paragraph.',
    (subject, report) => {
      const { view, message, partial } = subject;
      const level = levelOfCable(view);
      const all = portions(subject);
      const numbered = paragraphs(message.body.sections).filter(({ number }) => number);
      if (
        partial ||
        !isClassified(level) ||
        all.length < numbered.length ||
        all.length < 2 ||
        all.some((each) => each.level === null && !/^(?:SBU|LOU)$/.test(each.words[0] ?? ''))
      )
        return;
      const highest = all.reduce((a, b) => (rank(b.level) > rank(a.level) ? b : a));
      if (rank(highest.level) < rank(level) && view.classification?.sectionsAnnounced === null)
        report(
          view.classification.word,
          `No paragraph is marked higher than (${highest.text}), yet the cable is ${level}.`,
        );
    },
  ),
  rule(
    'xref/subject-mark-over-classification',
    'error',
    'The subject is not classified above the cable.',
    (subject, report) => {
      const mark = subjectMark(subject);
      const level = levelOfCable(subject.view);
      if (mark?.level && level && rank(mark.level) > rank(level))
        report(mark, `The subject is marked (${mark.text}) in a ${level} cable.`, {
          related: {
            ...subject.view.classification!.word,
            message: `The cable is ${level}.`,
          },
        });
    },
  ),
  rule(
    'xref/subject-classified',
    'information',
    'A subject is written so that it can be spoken of.',
    (subject, report) => {
      const mark = subjectMark(subject);
      const level = levelOfCable(subject.view);
      if (mark && isClassified(mark.level) && level && rank(mark.level) <= rank(level))
        report(mark, 'The subject of a classified cable is normally unclassified.');
    },
  ),
  rule('xref/sbu-without-sensitive', 'warning', 'Sensitive paragraphs make the cable SENSITIVE.', (subject, report) => {
    const { view, message, partial } = subject;
    if (
      partial ||
      levelOfCable(view) !== 'UNCLASSIFIED' ||
      (view.year ?? 0) < 1996 ||
      isSensitive({ cable: view.cable, message })
    )
      return;
    const found = portions(subject).filter(({ words }) => words[0] === 'SBU');
    if (found[0])
      report(found[0], `Paragraph ${found[0].number} is SBU but the cable has no SENSITIVE caption.${more(found)}`);
  }),
  rule('xref/sensitive-on-classified', 'information', 'SENSITIVE is for unclassified cables.', (subject, report) => {
    const level = levelOfCable(subject.view);
    const found = caption(subject, 'SENSITIVE');
    if (found && isClassified(level)) report(found, `SENSITIVE adds nothing to a ${level} cable.`);
  }),
  rule('xref/noforn-portion', 'warning', 'What no foreigner may read is said in the header.', (subject, report) => {
    if (subject.partial || !subject.view.classification || isNoforn(subject)) return;
    const found = portions(subject).filter(({ words }) => words.includes('NF') || words.includes('NOFORN'));
    if (found[0]) report(found[0], `Paragraph ${found[0].number} is NOFORN but the header is not.${more(found)}`);
  }),
  rule('xref/noforn-unclassified', 'warning', 'NOFORN needs something to protect.', (subject, report) => {
    const { view, message } = subject;
    const found = caption(subject, 'NOFORN');
    if (found && levelOfCable(view) === 'UNCLASSIFIED' && !isSensitive({ cable: view.cable, message }))
      report(found, 'NOFORN on an UNCLAS cable that is not SENSITIVE.');
  }),
];

function subjectMark({ view, message }: Subject): (Token & { readonly level: Level | null }) | null {
  const field = fields(message, 'subject')[0];
  const mark = field && readSubject(view.cable, field).mark;
  if (!field || !mark) return null;
  const { text, base } = valueText(view.cable, field);
  const word = mark.split('/')[0]!;
  return { ...token(mark, base + text.indexOf(mark)), level: /^(?:U|C|S|TS)$/.test(word) ? levelOf(word) : null };
}
