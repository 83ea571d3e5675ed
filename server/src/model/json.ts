/** What the parser understood, as plain data: the public shape of `cable json` (schema version 1). */
import type { Cable, FieldKind, Paragraph } from '../syntax/tree';
import { paragraphText, summaryText } from './body';
import { LEVELS, readClassificationLine } from './classification';
import { dayOfYear, pad } from './dates';
import { fold } from './fields';
import { readExecutiveOrder, readSubject } from './header';
import { type Addressee, precedenceName } from './transmission';
import { type MessageView, viewOf } from './view';

export type CableJson = ReturnType<typeof toJson>;

/**
 * Plain data for the first message of a file, under the file's own wrapper; where there are more, these in `otherMessages`, so that no
 * paragraph is lost.
 */
export function toJson(
  cable: Cable,
  file: string,
  problems: { error: number; warning: number; information: number; hint: number },
) {
  const view = viewOf(cable);
  const { messageReference, ...rest } = messageJson(view);
  const { sections } = view.message.body;
  const paragraphs = sections.flatMap((section) => section.paragraphs);
  const others = cable.messages.slice(1).map((message) => messageJson(viewOf(cable, message)));
  return {
    schemaVersion: 1,
    file,
    messageReference,
    layout: cable.layout,
    ...rest,
    counts: {
      lines: view.lineCount,
      paragraphs: paragraphs.filter(({ number }) => number).length || paragraphs.length,
      sections: sections.length,
      pages: cable.lines.filter(({ kind }) => kind === 'page').length + 1,
      words: paragraphs.reduce((sum, each) => sum + (paragraphText(cable, each).match(/\S+/g)?.length ?? 0), 0),
    },
    problems,
    ...(others.length > 0 && { otherMessages: others }),
  };
}

function messageJson(view: MessageView) {
  const { cable, message, dtg, classifiedBy, references } = view;
  const subject = view.field('subject');
  const subjectRead = subject ? readSubject(cable, subject) : null;
  const seenTags = new Set<string>();
  return {
    messageReference: view.reference,
    transmission: transmissionOf(view),
    dateTimeGroup: dtg
      ? {
          raw: dtg.raw,
          precedence: dtg.precedences.map((each) => precedenceName(each.text) ?? each.text),
          utc: dtg.utc,
        }
      : null,
    from: fromOf(view),
    to: view.to.map(addresseeJson),
    info: view.info.map(addresseeJson),
    classification: classificationOf(view),
    sectionsAnnounced: view.classification?.sectionsAnnounced ?? null,
    captions: [...new Set(view.captions.map(({ text }) => fold(text)))],
    passing: view.fields('attention').map((each) => view.folded(each)),
    executiveOrder: orderOf(view),
    classifiedBy: classifiedBy
      ? { name: classifiedBy.name, title: classifiedBy.title, reasons: classifiedBy.reasons, raw: classifiedBy.raw }
      : null,
    tags: view.tags
      .filter(({ code }) => !seenTags.has(code) && seenTags.add(code))
      .map(({ code, text, kind, name }) => ({ code, text: fold(text), kind, name })),
    subject: subjectRead?.text ?? null,
    subjectMark: subjectRead?.mark ?? null,
    references: references.map(({ label, text, kind, id }) => ({ label, text, kind, id })),
    summary: summaryText(cable, message),
    sections: message.body.sections
      .filter((section) => section.paragraphs.length || section.heading)
      .map((section) => ({
        heading: section.heading
          ? fold(cable.clean.slice(section.heading.title.start, section.heading.title.end))
          : null,
        paragraphs: section.paragraphs.map((each) => paragraphJson(cable, each, (offset) => view.lineOf(offset))),
      })),
    signers: (message.ending?.fields ?? [])
      .filter(({ kind }) => kind === 'signature')
      .map((each) =>
        view
          .folded(each)
          .replace(/^FOR /, '')
          .replace(/(?<![#.])[#.]+$/, '')
          .toUpperCase(),
      )
      .filter((name) => name !== ''),
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

const fromOf = ({ from }: MessageView) =>
  from && { routingIndicator: from.routingIndicator?.text ?? null, name: fold(from.name.text) };

function orderOf(view: MessageView) {
  const field = view.field('eo');
  if (!field) return null;
  const { number, instruction, declassifyOn } = readExecutiveOrder(view.cable, field, view.year);
  return { number: number?.text ?? null, instruction, declassifyOn };
}

function classificationOf(view: MessageView) {
  const { cable } = view;
  const banner = view.message.header?.fields.find(({ kind }) => kind === 'banner');
  const line = view.classification ?? (banner ? readClassificationLine(cable, banner) : null);
  const isFirst = view.message === cable.messages[0];
  const preamble = isFirst && cable.preamble?.fields.find(({ kind }) => kind === 'preamble-classification');
  const stated = preamble ? view.folded(preamble).split('//') : [];
  // What else stands there is damaged, or no level.
  const named = line?.level ?? LEVELS.find((level) => level === stated[0]?.toUpperCase()) ?? null;
  if (!named) return null;
  const markings: string[] = [];
  if (named === 'UNCLASSIFIED' && (view.isSensitive || stated[1]?.toUpperCase() === 'FOR OFFICIAL USE ONLY'))
    markings.push('FOR OFFICIAL USE ONLY');
  if (view.caption('NOFORN') || stated[1]?.toUpperCase() === 'NOFORN') markings.push('NOFORN');
  return { level: named, markings };
}

function transmissionOf(view: MessageView) {
  const one = (kind: FieldKind) => view.fields(kind)[0];
  const [fl1, fl2, fl3, fl4] = [one('fl1'), one('fl2'), one('fl3'), one('fl4')];
  if (!fl1 && !fl2 && !fl3 && !fl4) return null;
  const [precedence, ...indicators] = view.fl2;
  const { fl3: calling, fl4: security } = view;
  return {
    identifier: fl1 ? view.folded(fl1) : null,
    precedence: precedence?.text ?? null,
    routingIndicators: indicators.map(({ text }) => text),
    originator: calling?.station.text ?? null,
    stationSerial: calling?.serial?.text ?? null,
    section: calling?.section ? Number(calling.section.text) : null,
    filed: filedAt(calling?.day?.text, calling?.time?.text, view.year),
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
