/** Running text cut into runs: where it cites something, and where it uses what stands for something. */
import type { Glossary } from '../meaning/glossary';
import type { Meaning } from '../meaning/meaning';
import { readings } from '../meaning/readings';
import { type Mention, mentions } from '../model/mentions';
import type { MessageView } from '../model/view';
import type { Span } from '../syntax/tree';
import type { Run } from './document';

/** A place of the text with what it cites or stands for. In order, none within another. */
export interface Annotation extends Span {
  readonly mention: Mention | null;
  readonly meaning: Meaning | null;
}

/** Spans of the text as runs: joined by a blank, white space folded; `kept`: one span, its blanks as they are. */
export type Runs = (spans: readonly Span[], kept?: boolean) => Run[];

export const plain = (text: string): Run => ({ text, mention: null, meaning: null });
export const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

/** What a message cites, and the acronyms in its text with the meaning that hover cards give them. */
export function annotations(view: MessageView, glossary: Glossary): Annotation[] {
  const found: Annotation[] = [];
  let end = 0;
  const cited = mentions(view).map((mention) => ({ start: mention.start, end: mention.end, mention, meaning: null }));
  const known = readings(view, glossary).flatMap(({ start, end, meaning }) =>
    meaning ? [{ start, end, mention: null, meaning }] : [],
  );
  const all: Annotation[] = [...cited, ...known].sort((a, b) => a.start - b.start || b.end - a.end);
  for (const each of all) {
    if (each.start < end) continue;
    found.push(each);
    end = each.end;
  }
  return found;
}

/** @param annotated places of the message, in order. */
export function runsOf(view: MessageView, annotated: readonly Annotation[]): Runs {
  const { clean } = view.cable;
  return (spans, kept = false) => {
    const runs: { text: string; mention: Mention | null; meaning: Meaning | null }[] = [];
    let blank = !kept;
    const append = (raw: string, mention: Mention | null, meaning: Meaning | null): void => {
      let text = raw.includes('\uFEFF') ? raw.replace(/\uFEFF+/g, '') : raw;
      if (!kept) {
        if (UNEVEN.test(text)) text = foldBlanks(text);
        if (blank && text.startsWith(' ')) text = text.slice(1);
      }
      if (text === '') return;
      blank = !kept && text.endsWith(' ');
      const last = runs.at(-1);
      // What a line breaks in two is one.
      if (last && last.mention === mention && last.meaning === meaning) last.text += text;
      else runs.push({ text, mention, meaning });
    };
    let joinable: Annotation | null = null;
    let before = 0;
    for (const { start, end } of spans) {
      if (start >= end) continue;
      let at = start;
      let i = firstEndingAfter(annotated, start);
      if (runs.length && !breaksWord(clean, before, start)) {
        const goesOn = joinable !== null && annotated[i] === joinable;
        append(' ', goesOn ? joinable!.mention : null, goesOn ? joinable!.meaning : null);
      }
      for (; i < annotated.length && annotated[i]!.start < end; i++) {
        const each = annotated[i]!;
        if (each.start > at) append(clean.slice(at, each.start), null, null);
        append(clean.slice(Math.max(at, each.start), Math.min(each.end, end)), each.mention, each.meaning);
        at = Math.min(each.end, end);
        joinable = each.end > end ? each : null;
      }
      if (at < end) append(clean.slice(at, end), null, null);
      if (i === 0 || annotated[i - 1]!.end <= end) joinable = null;
      before = end;
    }
    const last = runs.at(-1);
    if (last) last.text = last.text.trimEnd();
    return last?.text === '' ? runs.slice(0, -1) : runs;
  };
}

const UNEVEN = /[^\S ]| {2}/;
/** One blank for any white space; two between words whose letters stand apart, which would else become one: `C O P Y  O F`. */
export const foldBlanks = (text: string): string => text.replace(BLANKS, (_, apart) => (apart ? '  ' : ' '));
const BLANKS = /((?<=(?:^|[^A-Za-z0-9])[A-Z] [A-Z]) {2,4}(?=[A-Z] [A-Z](?![A-Za-z0-9])))|\s+/g;

/** A compound that a line broke after its hyphen: `anti-` and `trafficking` are one word. */
const breaksWord = (clean: string, end: number, start: number): boolean =>
  clean[end - 1] === '-' && /[A-Za-z]/.test(clean[end - 2] ?? '') && /[A-Za-z]/.test(clean[start] ?? '');

function firstEndingAfter(annotated: readonly Annotation[], offset: number): number {
  let low = 0;
  for (let high = annotated.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (annotated[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
