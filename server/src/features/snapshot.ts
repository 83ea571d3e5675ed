import type { LineIndex } from '../model/line-index';
import { type MessageView, viewOf } from '../model/view';
import { parse } from '../syntax/parse';
import { reparse, type TextChange } from '../syntax/reparse';

export type { TextChange } from '../syntax/reparse';

import type { Cable } from '../syntax/tree';

/** One version of a document: immutable, parsed at most once. */
export interface Snapshot {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  readonly cable: Cable;
  /** The cable, if somebody has asked for it. */
  readonly parsed: Cable | null;
  /** The view of the first message. */
  readonly view: MessageView;
  /** The view of the message around an offset. */
  readonly viewAt: (offset: number) => MessageView;
  readonly lines: LineIndex;
}

/** A version that was parsed, and what changed in its text since; null: nothing did. */
export interface Earlier {
  readonly cable: Cable;
  readonly change: TextChange | null;
}

/** Two changes, one after the other, as one that takes in both. */
export function joined(first: TextChange | null, next: TextChange): TextChange {
  if (!first) return next;
  const firstEnd = first.start + first.length;
  const grown = next.length - (next.end - next.start);
  const start = Math.min(first.start, next.start);
  return {
    start,
    end: first.end + Math.max(0, next.end - firstEnd),
    length: Math.max(next.end, firstEnd) + grown - start,
  };
}

export function snapshot(uri: string, version: number, text: string, earlier?: Earlier): Snapshot {
  let parsed: Cable | null = null;
  let known = earlier;
  const cable = () => {
    if (!parsed) {
      parsed = known?.change ? reparse(known.cable, text, known.change) : (known?.cable ?? parse(text));
      // One version does not keep all those before it.
      known = undefined;
    }
    return parsed;
  };
  return {
    uri,
    version,
    text,
    get cable() {
      return cable();
    },
    get parsed() {
      return parsed;
    },
    get view() {
      return viewOf(cable());
    },
    viewAt: (offset) =>
      viewOf(
        cable(),
        cable().messages.find(({ start, end }) => offset >= start && offset < end),
      ),
    get lines() {
      return viewOf(cable()).lines;
    },
  };
}

/** The last part of an address, as far as it can be read. */
export function nameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
