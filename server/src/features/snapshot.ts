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
  viewAt(offset: number): MessageView;
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

export const snapshot = (uri: string, version: number, text: string, earlier?: Earlier): Snapshot =>
  new LazySnapshot(uri, version, text, earlier);

// A class: an object literal with getters would have a shape of its own with each letter that is typed.
class LazySnapshot implements Snapshot {
  parsed: Cable | null = null;

  constructor(
    readonly uri: string,
    readonly version: number,
    readonly text: string,
    private earlier: Earlier | undefined,
  ) {}
  get cable(): Cable {
    if (!this.parsed) {
      const { earlier, text } = this;
      this.parsed = earlier?.change ? reparse(earlier.cable, text, earlier.change) : (earlier?.cable ?? parse(text));
      // One version does not keep all those before it.
      this.earlier = undefined;
    }
    return this.parsed;
  }
  get view(): MessageView {
    return viewOf(this.cable);
  }
  viewAt(offset: number): MessageView {
    const { cable } = this;
    return viewOf(
      cable,
      cable.messages.find(({ start, end }) => offset >= start && offset < end),
    );
  }
  get lines(): LineIndex {
    return this.view.lines;
  }
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
