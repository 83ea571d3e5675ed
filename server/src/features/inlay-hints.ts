/** What may be shown between the words: the reader's own time, countries, what acronyms stand for. */
import type { InlayHint, Range } from 'vscode-languageserver-types';
import type { Glossary } from '../meaning/glossary';
import { readings } from '../meaning/readings';
import { placeAt } from '../meaning/resolve';
import type { MessageView } from '../model/view';
import { beginning } from './cable-names';
import type { LocalTime } from './hover/card';
import { viewsOf } from './meant';
import type { Snapshot } from './snapshot';

/** Each is wanted by itself. */
export interface InlayOptions {
  /** The reader's own date and time behind the date-time group. */
  readonly localTime: boolean;
  /** The country behind a geographic TAGS. */
  readonly countries: boolean;
  /** What an acronym stands for, where the cable first uses it. */
  readonly acronyms: boolean;
}

/** Quiet until somebody asks for them. */
export const NO_INLAY_HINTS: InlayOptions = { localTime: false, countries: false, acronyms: false };

/** An expansion that is longer is cut; the whole is shown when one points at it. */
const LONGEST = 48;

/** Those within a range, in the order of the text. */
export function inlayHints(
  snapshot: Snapshot,
  range: Range,
  glossary: Glossary,
  options: InlayOptions,
  localTime: LocalTime,
): InlayHint[] {
  const { lines } = snapshot;
  const start = lines.offsetAt(range.start);
  const end = lines.offsetAt(range.end);
  const found: InlayHint[] = [];
  const add: Add = (offset, text) => {
    if (offset < start || offset > end) return;
    const label = beginning(text, LONGEST);
    const position = lines.positionAt(offset);
    found.push({ position, label, paddingLeft: true, ...(label !== text && { tooltip: text }) });
  };
  for (const view of viewsOf(snapshot)) {
    if (view.message.start > end || view.message.end < start) continue;
    if (options.localTime) time(view, localTime, add);
    if (options.countries) countries(view, add);
    if (options.acronyms) acronyms(view, glossary, end, add);
  }
  return found;
}

type Add = (offset: number, text: string) => void;

function time({ dtg }: MessageView, localTime: LocalTime, add: Add): void {
  const last = dtg && (dtg.year ?? dtg.month);
  if (last && dtg.utc) add(last.end, localTime(new Date(dtg.utc)));
}

/** Of codes that run into each other none: it would stand behind the last of them. */
function countries({ tags }: MessageView, add: Add): void {
  for (const { kind, name, end, correction } of tags)
    if (kind === 'geographic' && name && correction !== 'run-on') add(end, name);
}

/** Not of words (`reftel`), nor where the file itself has said it, nor in header lines that are nothing but codes. */
function acronyms(view: MessageView, glossary: Glossary, end: number, add: Add): void {
  const told = new Set<string>();
  for (const word of readings(view, glossary)) {
    if (word.start > end) return;
    const { meaning } = word;
    const term = meaning?.term.replace(/(?<=[A-Z])s$/, '');
    if (!meaning || !term || told.has(term) || placeAt(view, word.start) !== 'prose') continue;
    told.add(term);
    const isTold = meaning.definedAt !== null && meaning.definedAt.start <= word.start;
    if (!isTold && /[A-Z].*[A-Z]/.test(view.text(word))) add(word.end, meaning.expansion);
  }
}
