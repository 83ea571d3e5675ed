import type { MessageView } from '../model/view';
import type { Span } from '../syntax/tree';
import type { Edit } from '../text/edits';

export type Severity = 'error' | 'warning' | 'information' | 'hint';
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** `header`: one line by itself; `xref`: lines that contradict each other; `archive`: what wraps the cable. */
export type Group = 'archive' | 'header' | 'body' | 'text' | 'xref';
export const GROUPS: readonly Group[] = ['archive', 'header', 'body', 'text', 'xref'];

export interface Finding extends Span {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** The other line of a contradiction. */
  readonly related: Related | null;
  /** What mends it, the likeliest first; empty where only the drafter can. */
  readonly fixes: readonly Fix[];
  readonly tag: Tag | null;
}

/** Text that may go, or a form that is no longer used: editors grey it or strike it through. */
export type Tag = 'unnecessary' | 'deprecated';

export interface Fix {
  readonly title: string;
  /** They do not overlap. */
  readonly edits: readonly Edit[];
  /**
   * Touches a classification, a portion mark, a caption, a date or an address (FORMAT 0.2), or is only a likely reading: offered one by
   * one, never applied by a batch.
   */
  readonly drafter?: true;
}

export interface Related extends Span {
  readonly message: string;
}

export interface Details {
  /** Another severity than the rule's, where the case is graver or lighter. */
  readonly severity?: Severity;
  /** Another of the rule's messages, by its key in `messages`. */
  readonly as?: string;
  readonly related?: Related | null | undefined;
  readonly fix?: Fix | readonly Fix[] | '' | false | null | undefined;
}

export type Values = Readonly<Record<string, string | number>>;

/** Reports a place; `values` fill the braces of the rule's message. */
export type Report = (at: Span, values?: Values | null, details?: Details) => void;

/**
 * A text that shows a rule, and edits made to it: `[text, from, to, from, to, …]`; each `from` occurs in the text once it is its turn, and
 * its first occurrence is replaced. In a bad example `«»` mark the place of each finding.
 */
export type Example = readonly [text: string, ...edits: string[]];

/** What a rule may ask of the library that a cable lies in. */
export interface Shelf {
  /** Whether a cable is there, by its canonical number: `05STATE226504`. */
  has(id: string): boolean;
  /** Whether any cable of that post and year is. */
  holds(post: string, year: number): boolean;
}

/** One rule of the format. The table of all rules is also their documentation: everything here is printed in `docs/rules/`. */
export interface Rule {
  /** Group and name, which are also its folder and file. */
  readonly name: `${Group}/${string}`;
  readonly severity: Severity | 'off';
  /** Advice to a drafter: a hint in an archive's record, which is not a text to improve (FORMAT 0.2). */
  readonly style?: true;
  /** Silent where the reference tables have no entry. */
  readonly table?: true;
  /** Asks the library: silent where there is none, as in the command, and where it is not complete yet. */
  readonly shelf?: true;
  readonly tag?: Tag;
  /** Sections of the format that it enforces, see `format.ts`. */
  readonly format: readonly string[];
  /** What is said, with values in braces. */
  readonly message: string;
  /** Other things it may say. */
  readonly messages?: Readonly<Record<string, string>>;
  /** Why it matters, and when the rule is silent: one to three sentences. */
  readonly why: string;
  /** What its fix does, in a sentence; absent where there is none. */
  readonly fix?: string;
  readonly bad: readonly Example[];
  readonly good: readonly Example[];
  /** Rules whose findings rightly come along in its bad examples. */
  readonly along?: readonly string[];
  /** @param shelf null for a rule that does not ask for it. */
  readonly check: (view: MessageView, report: Report, shelf: Shelf | null) => void;
}

export const rule = (definition: Rule): Rule => definition;

/** The severity of a rule where nothing else is configured. */
export const defaultSeverity = ({ severity, style }: Rule, isRecord: boolean): Severity | 'off' =>
  style && isRecord ? 'hint' : severity;

/** The longest part of a file that a message repeats. */
const LONGEST = 80;

/** A message with its values. A value that is long is cut, so that a message stays a line. */
export const fill = (template: string, values: Values | null | undefined): string =>
  template.replace(/\{([a-z]+)\}/gi, (whole, name: string) => {
    const value = values?.[name];
    if (value === undefined) return whole;
    const text = String(value).replace(/\s+/g, ' ');
    return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  });

/** The fix that replaces one place. */
export const replace = ({ start, end }: Span, text: string, title = `Change to ${text}`): Fix => ({
  title,
  edits: [{ start, end, text }],
});
/** The same, for the drafter alone to decide. */
export const propose = (at: Span, text: string, title?: string): Fix => ({
  ...replace(at, text, title),
  drafter: true,
});

/** A fix for the drafter to decide, whose edits are worked out when somebody wants them: they cost more than the finding. */
export function later(title: string, edits: () => readonly Edit[]): Fix {
  let made: readonly Edit[] | undefined;
  return {
    title,
    drafter: true,
    get edits() {
      made ??= edits();
      return made;
    },
  };
}

/** One cause, one finding: how many more places there are. */
export const more = ({ length }: readonly unknown[]): string => (length > 1 ? ` (and ${length - 1} more)` : '');

/** A redaction by the publisher: rules that need the value stay silent (FORMAT 6). */
export const isRedacted = (text: string): boolean => /x{5,}/i.test(text);
