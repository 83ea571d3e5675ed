/** A cable as a document: what every export and the reading view are made from, so that they say the same. */
import type { Glossary } from '../meaning/glossary';
import type { Meaning } from '../meaning/meaning';
import type { Level } from '../model/classification';
import { readSubject } from '../model/header';
import type { Mention } from '../model/mentions';
import type { Reference } from '../model/references';
import type { DateTimeGroup } from '../model/transmission';
import { type MessageView, viewOf } from '../model/view';
import type { BlockKind, Cable, Field } from '../syntax/tree';
import { readBlocks } from './blocks';
import { archiveRows, headerRows } from './header';
import { annotations, plain, runsOf } from './runs';

/** A piece of running text, white space folded; what it cites, and what it stands for. */
export interface Run {
  readonly text: string;
  readonly mention: Mention | null;
  readonly meaning: Meaning | null;
}

/** A line of the header: `To` with every addressee. Lines of the file count from 0. */
export interface Row {
  readonly key: RowKey;
  readonly label: string;
  readonly values: readonly Value[];
  readonly line: number;
}
export type RowKey =
  | 'number'
  | 'date'
  | 'from'
  | 'to'
  | 'info'
  | 'classification'
  | 'captions'
  | 'attention'
  | 'order'
  | 'tags'
  | 'subject'
  | 'references'
  | 'classified-by'
  | 'transmission'
  | 'other';

/** One value of a line of the header, with what is said of it: a name, an expansion, a date in words. */
export interface Value {
  readonly runs: readonly Run[];
  /** Null where there is nothing to say. */
  readonly aside: string | null;
}

export interface Heading {
  readonly kind: 'heading';
  readonly runs: readonly Run[];
  readonly line: number;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  /** `3`, `2a`; null without one. */
  readonly number: string | null;
  /** Portion mark without brackets. */
  readonly mark: string | null;
  readonly parts: readonly Part[];
  /** The named block in which it begins, the innermost; null in none. */
  readonly role: BlockKind | null;
  readonly line: number;
}

/** A text header given again in the middle of the text (FORMAT 6), or lines that stand below the signature: as they are. */
export interface Lines {
  readonly kind: 'lines';
  readonly lines: readonly (readonly Run[])[];
  readonly line: number;
}

/** What a paragraph consists of: running text, a list, lines that stay as they are (tables, addresses, verses). */
export type Part = Prose | List | Lines;
export interface Prose {
  readonly kind: 'prose';
  readonly runs: readonly Run[];
  readonly line: number;
}
export interface List {
  readonly kind: 'list';
  readonly items: readonly Item[];
  readonly line: number;
}
export interface Item {
  /** As written: `--`, `a.`, `(1)`. */
  readonly marker: string;
  readonly runs: readonly Run[];
  readonly line: number;
}

export type Block = Heading | Paragraph | Lines;

export interface MessageDocument {
  /** Canonical number; null where none can be found. */
  readonly id: string | null;
  /** The subject; where there is none, the number or the classification line. */
  readonly title: string;
  /** Portion mark of the subject. */
  readonly titleMark: string | null;
  readonly date: DateTimeGroup | null;
  readonly level: Level | null;
  /** Marked SENSITIVE, which makes an unclassified cable SBU. */
  readonly isSensitive: boolean;
  /** The entries of the REF block, to which the text points. */
  readonly references: readonly Reference[];
  readonly header: readonly Row[];
  readonly blocks: readonly Block[];
  readonly signers: readonly { readonly name: string; readonly line: number }[];
  /** What stands below the signature and is no end line. */
  readonly after: Lines | null;
  readonly line: number;
}

export interface CableDocument {
  readonly messages: readonly MessageDocument[];
  /** What the archive says of the record: preamble, attributes. */
  readonly archive: readonly Row[];
}

/** @param name of the file: the title of a cable that says nothing of itself. */
export function documentOf(cable: Cable, name: string, glossary: Glossary): CableDocument {
  const messages = cable.messages.map((message) => messageDocument(viewOf(cable, message), name, glossary));
  return { messages, archive: archiveRows(cable) };
}

function messageDocument(view: MessageView, name: string, glossary: Glossary): MessageDocument {
  const { message, classification } = view;
  const runs = runsOf(view, annotations(view, glossary));
  const subject = view.field('subject');
  const read = subject && readSubject(view.cable, subject);
  const line = message.header?.fields.find(({ kind }) => kind === 'classification');
  const fields = message.ending?.fields ?? [];
  return {
    id: view.reference?.id ?? null,
    title: read?.text || view.reference?.id || (classification && line ? view.folded(line) : '') || name,
    titleMark: read?.mark ?? null,
    date: view.dtg,
    level: view.level,
    isSensitive: view.isSensitive,
    references: view.references,
    header: headerRows(view, runs),
    blocks: readBlocks(view, runs),
    signers: fields
      .filter(({ kind }) => kind === 'signature')
      .map((each) => ({ name: view.folded(each).replace(/(?<![#.])[#.]+$/, ''), line: view.lineOf(each.start) }))
      .filter(({ name }) => name !== ''),
    after: below(view, fields),
    line: view.lineOf(message.start),
  };
}

function below(view: MessageView, fields: readonly Field[]): Lines | null {
  const others = fields.filter(({ kind }) => kind === 'unknown-line');
  const lines = others.map((each) => [plain(view.folded(each))]);
  return lines.length ? { kind: 'lines', lines, line: view.lineOf(others[0]!.start) } : null;
}
