import type { LineIndex } from '../model/line-index';
import { type CableView, viewOf } from '../model/view';
import { parse } from '../syntax/parse';
import type { Cable } from '../syntax/tree';

/** One version of a document: immutable, parsed at most once. */
export interface Snapshot {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  readonly cable: Cable;
  readonly view: CableView;
  readonly lines: LineIndex;
}

export function snapshot(uri: string, version: number, text: string): Snapshot {
  let cable: Cable | null = null;
  return {
    uri,
    version,
    text,
    get cable() {
      cable ??= parse(text);
      return cable;
    },
    get view() {
      return viewOf(this.cable);
    },
    get lines() {
      return this.view.lines;
    },
  };
}
