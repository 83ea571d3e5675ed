import type { CableView } from '../model/view';
import type { Field, FieldKind, Message, Span } from '../syntax/tree';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface Finding extends Span {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** The other line of a contradiction. */
  readonly related: Related | null;
  /** What mends it; null where only the drafter can. */
  readonly fix: Fix | null;
}

/** A part of the text and what it becomes. Edits of one fix do not overlap. */
export interface Edit extends Span {
  readonly text: string;
}

export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Touches a classification, a caption, a date or an address: offered one by one, never applied by a batch (FORMAT 0.2). */
  readonly drafter?: true;
}

export interface Related extends Span {
  readonly message: string;
}

export interface Details {
  readonly severity?: Severity;
  readonly related?: Related | undefined;
  readonly fix?: Fix | undefined;
}

/** `details` may be a severity other than that of the rule. */
export type Report = (at: Span, message: string, details?: Severity | Details) => void;

/** The line break that a text uses. */
export const lineBreak = (text: string): string => /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';

/** The fix that replaces one place. */
export const replace = ({ start, end }: Span, text: string, title = `Change to ${text}`): Fix => ({
  title,
  edits: [{ start, end, text }],
});

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

/** A line of the archive's preamble, which belongs to the first message of a file. */
export const preambleField = ({ view, message }: Subject, kind: FieldKind): Field | undefined =>
  message === view.cable.messages[0] ? view.cable.preamble?.fields.find((each) => each.kind === kind) : undefined;

/** One cause, one finding: how many more places there are. */
export const more = ({ length }: readonly unknown[]): string => (length > 1 ? ` (and ${length - 1} more)` : '');

/** A redaction by the publisher: rules that need the value stay silent (FORMAT 6). */
export const isRedacted = (text: string): boolean => /x{5,}/i.test(text);
