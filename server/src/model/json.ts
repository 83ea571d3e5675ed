/** What the parser understood, as plain data: the public shape of `cable json` (schema version 1). */
import type { Cable, FieldKind, Message, Paragraph } from '../syntax/tree';
import { paragraphText, summaryText } from './body';
import { captions, isSensitive } from './captions';
import { readClassificationLine } from './classification';
import { dayOfYear, pad } from './dates';
import { field, fields, fold, foldedValue } from './fields';
import { readClassifiedBy, readExecutiveOrder, readSubject } from './header';
import { readReferences } from './references';
import { type Addressee, addressees, fl2Words, originator, precedenceName, readFl3, readFl4 } from './transmission';
import { viewOf } from './view';

export type CableJson = ReturnType<typeof toJson>;

/** Plain data for the first message of a file, under the file's own wrapper. */
export function toJson(
  cable: Cable,
  file: string,
  problems: { error: number; warning: number; information: number; hint: number },
) {
  const view = viewOf(cable);
  const { message, dtg } = view;
  const classification = message ? classificationOf(cable, message) : null;
  const eo = message && field(message, 'eo');
  const classifiedBy = message && readClassifiedBy(cable, fields(message, 'classified-by'));
  const subject = message && field(message, 'subject');
  const subjectRead = subject ? readSubject(cable, subject) : null;
  const references = message
    ? fields(message, 'ref').flatMap((each) => readReferences(cable, each, view.year ?? null))
    : [];
  const sections = message?.body.sections ?? [];
  const paragraphs = sections.flatMap((section) => section.paragraphs);
  const seenTags = new Set<string>();
  return {
    schemaVersion: 1,
    file,
    messageReference: view.reference,
    layout: cable.layout,
    transmission: message ? transmissionOf(cable, message, view.year) : null,
    dateTimeGroup: dtg
      ? {
          raw: dtg.raw,
          precedence: dtg.precedences.map((each) => precedenceName(each.text) ?? each.text),
          utc: dtg.utc,
        }
      : null,
    from: message ? fromOf(cable, message) : null,
    to: message ? addressees(cable, message, 'to').map(addresseeJson) : [],
    info: message ? addressees(cable, message, 'info').map(addresseeJson) : [],
    classification,
    sectionsAnnounced: view.classification?.sectionsAnnounced ?? null,
    captions: message ? [...new Set(captions(message, cable).map(({ text }) => text))] : [],
    passing: message ? fields(message, 'attention').map((each) => foldedValue(cable, each)) : [],
    executiveOrder: eo ? orderOf(cable, eo) : null,
    classifiedBy: classifiedBy
      ? { name: classifiedBy.name, title: classifiedBy.title, reasons: classifiedBy.reasons, raw: classifiedBy.raw }
      : null,
    tags: view.tags
      .filter(({ code }) => !seenTags.has(code) && seenTags.add(code))
      .map(({ code, text, kind, name }) => ({ code, text: fold(text), kind, name })),
    subject: subjectRead?.text ?? null,
    subjectMark: subjectRead?.mark ?? null,
    references: references.map(({ label, text, kind, id }) => ({ label, text, kind, id })),
    summary: message ? summaryText(cable, message) : null,
    sections: sections
      .filter((section) => section.paragraphs.length || section.heading)
      .map((section) => ({
        heading: section.heading
          ? fold(cable.clean.slice(section.heading.title.start, section.heading.title.end))
          : null,
        paragraphs: section.paragraphs.map((each) => paragraphJson(cable, each, view.lineOf)),
      })),
    signers: (message?.ending?.fields ?? [])
      .filter(({ kind }) => kind === 'signature')
      .map((each) =>
        foldedValue(cable, each)
          .replace(/^FOR /, '')
          .replace(/[#.]+$/, '')
          .toUpperCase(),
      ),
    counts: {
      lines: view.lineCount,
      paragraphs: paragraphs.filter(({ number }) => number).length || paragraphs.length,
      sections: sections.length,
      pages: cable.lines.filter(({ kind }) => kind === 'page').length + 1,
      words: paragraphs.reduce((sum, each) => sum + (paragraphText(cable, each).match(/\S+/g)?.length ?? 0), 0),
    },
    problems,
  };
}

function paragraphJson(cable: Cable, paragraph: Paragraph, lineOf: (offset: number) => number) {
  const text = (at: { start: number; end: number } | null) => (at ? cable.clean.slice(at.start, at.end) : null);
  return {
    number: text(paragraph.number),
    mark: text(paragraph.mark),
    text: paragraphText(cable, paragraph),
    line: lineOf(paragraph.start) + 1,
  };
}

const addresseeJson = ({ routingIndicator, name, precedence, channelNumber, excluded }: Addressee) => ({
  routingIndicator: routingIndicator?.text ?? null,
  name: fold(name.text),
  precedence: precedence ? fold(precedence.text).toUpperCase() : null,
  channelNumber: channelNumber?.text ?? null,
  excluded: excluded.map(({ text }) => fold(text)),
});

function fromOf(cable: Cable, message: Message) {
  const from = originator(cable, message);
  return from ? { routingIndicator: from.routingIndicator?.text ?? null, name: fold(from.name.text) } : null;
}

function orderOf(cable: Cable, eo: Parameters<typeof readExecutiveOrder>[1]) {
  const { number, instruction, declassifyOn } = readExecutiveOrder(cable, eo);
  return { number: number?.text ?? null, instruction, declassifyOn };
}

function classificationOf(cable: Cable, message: Message) {
  const line = field(message, 'classification') ?? message.header?.fields.find(({ kind }) => kind === 'banner');
  const preamble = cable.preamble?.fields.find(({ kind }) => kind === 'preamble-classification');
  const level = line ? readClassificationLine(cable, line).level : null;
  const stated = preamble ? fold(cable.clean.slice(preamble.start, preamble.end)).split('//') : [];
  const named: string | null = level ?? (stated[0]?.toUpperCase() || null);
  if (!named) return null;
  const view = { cable, message };
  const markings: string[] = [];
  if (named === 'UNCLASSIFIED' && (isSensitive(view) || stated[1]?.toUpperCase() === 'FOR OFFICIAL USE ONLY'))
    markings.push('FOR OFFICIAL USE ONLY');
  if (
    captions(view.message, view.cable).some(({ known }) => known === 'NOFORN') ||
    stated[1]?.toUpperCase() === 'NOFORN'
  )
    markings.push('NOFORN');
  return { level: named, markings };
}

function transmissionOf(cable: Cable, message: Message, year: number | undefined) {
  const one = (kind: FieldKind) => fields(message, kind)[0];
  const [fl1, fl2, fl3, fl4] = [one('fl1'), one('fl2'), one('fl3'), one('fl4')];
  if (!fl1 && !fl2 && !fl3 && !fl4) return null;
  const [precedence, ...indicators] = fl2 ? fl2Words(cable, fl2) : [];
  const calling = fl3 ? readFl3(cable, fl3) : null;
  const security = fl4 ? readFl4(cable, fl4) : null;
  return {
    identifier: fl1 ? foldedValue(cable, fl1) : null,
    precedence: precedence?.text ?? null,
    routingIndicators: indicators.map(({ text }) => text),
    originator: calling?.station.text ?? null,
    stationSerial: calling?.serial?.text ?? null,
    section: calling?.section ? Number(calling.section.text) : null,
    filed: filedAt(calling?.day?.text, calling?.time?.text, year),
    classificationProsign: security?.prosign.text ?? null,
    classificationMark: security?.mark?.text ?? null,
  };
}

/** `2006-03-21T09:59Z` from day of the year and time. */
function filedAt(day: string | undefined, time: string | undefined, year: number | undefined): string | null {
  if (!day || !time || time.length !== 4 || year === undefined) return null;
  const date = dayOfYear(year, Number(day));
  return date && Number(time.slice(0, 2)) < 24 && Number(time.slice(2)) < 60
    ? `${pad(year, 4)}-${pad(date.month)}-${pad(date.day)}T${time.slice(0, 2)}:${time.slice(2)}Z`
    : null;
}
