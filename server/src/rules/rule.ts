import type { CableView } from '../model/view';
import type { Message, Span } from '../syntax/tree';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface Finding extends Span {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** The other line of a contradiction. */
  readonly related: Related | null;
}

export interface Related extends Span {
  readonly message: string;
}

export type Report = (at: Span, message: string, severity?: Severity, related?: Related) => void;

/** What a check is told of the message that it looks at. */
export interface Subject {
  readonly view: CableView;
  readonly message: Message;
  /** Nothing may be reported as missing: a fragment, a partial extract, a record without text. */
  readonly partial: boolean;
}

/** One rule of FORMAT.md's tables, under the name it has there. */
export interface Rule {
  readonly name: string;
  readonly severity: Severity;
  /** Advice to a drafter: a hint in an archive's record, which is not a text to improve (FORMAT 0.2). */
  readonly style?: true;
  /** Why it matters, in a sentence. */
  readonly why: string;
  readonly check: (subject: Subject, report: Report) => void;
}

export const rule = (name: string, severity: Severity, why: string, check: Rule['check']): Rule => ({
  name,
  severity,
  why,
  check,
});
export const style = (name: string, why: string, check: Rule['check']): Rule => ({
  name,
  severity: 'information',
  style: true,
  why,
  check,
});

/** A redaction by the publisher: rules that need the value stay silent (FORMAT 6). */
export const isRedacted = (text: string): boolean => /x{5,}/i.test(text);
