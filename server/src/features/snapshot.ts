import type { LineIndex } from '../model/line-index';
import { type MessageView, viewOf } from '../model/view';
import { parse } from '../syntax/parse';
import type { Cable } from '../syntax/tree';

/** One version of a document: immutable, parsed at most once. */
export interface Snapshot {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  readonly cable: Cable;
  /** The view of the first message. */
  readonly view: MessageView;
  /** The view of the message around an offset. */
  readonly viewAt: (offset: number) => MessageView;
  readonly lines: LineIndex;
}

export function snapshot(uri: string, version: number, text: string): Snapshot {
  let parsed: Cable | null = null;
  const cable = () => {
    parsed ??= parse(text);
    return parsed;
  };
  return {
    uri,
    version,
    text,
    get cable() {
      return cable();
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
