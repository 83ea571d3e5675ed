/**
 * The columns of a library. A row is a cable; rows are appended and never move, those of files that have changed or gone are dead and
 * passed over. Lists lead from a number, a word or a cited number to its rows, the last appended first.
 */
import { LEVELS } from '../model/classification';
import { type AnyColumn, changing, changingFloats, fixed } from './columns';
import { Strings } from './strings';
import type { Citation, Summary } from './summary';
import { wordsOf } from './words';

/** What is known of a file on the disk: when it was changed, in milliseconds since 1970, and its size in bytes. */
export interface Stamp {
  readonly modified: number;
  readonly size: number;
}

/** None, in a column of numbers that may be any. */
export const NONE = -0x8000_0000;
const COPIES = [null, 'corrected', 'repeated'] as const;

export class Records {
  readonly addresses = new Strings();
  readonly ids = new Strings();
  /** What is searched: names of posts, TAGS, serial numbers, originators and words of subjects, in capitals. */
  readonly words = new Strings();
  /** Subjects, originators and labels as they are written. */
  readonly texts = new Strings();

  // By the number of a file's address.
  /** First row; -1 where the file is not known. */
  readonly first = changing();
  /** Rows that follow each other. */
  readonly rows = changing();
  readonly modified = changingFloats();
  readonly bytes = changingFloats();

  // By row.
  /** The number of the file's address; -1: the row is dead. */
  readonly file = changing();
  readonly id = fixed();
  /** The row before with the same number, or -1. */
  readonly nextOfId = fixed();
  /** A word, or -1. */
  readonly post = fixed();
  readonly year = fixed();
  readonly serial = fixed();
  readonly date = fixed();
  readonly subject = fixed();
  readonly from = fixed();
  /** Level (0: none), 8: sensitive, 16 and 32: copy. */
  readonly marks = fixed();
  readonly section = fixed();
  readonly sections = fixed();
  /** Four numbers a row. */
  readonly places = fixed();
  /** Where its occurrences and its citations begin, and those of the next row; one more than there are rows. */
  readonly firstOccurrence = fixed();
  readonly firstCitation = fixed();
  /** So many of its occurrences are TAGS, and they come first. */
  readonly tags = fixed();

  // By occurrence: a word of a row.
  readonly word = fixed();
  readonly rowOfWord = fixed();
  readonly nextOfWord = fixed();

  // By citation.
  readonly cited = fixed();
  readonly rowOfCitation = fixed();
  readonly nextOfCited = fixed();
  /** A text, or -1; doubled, and one more where the REF block lists it. */
  readonly label = fixed();
  readonly citationPlaces = fixed();

  // Heads of the lists, by id and by word.
  readonly rowOfId = changing();
  readonly citationOf = changing();
  readonly occurrenceOf = changing();
  /** How many occurrences a word has, in dead rows as well. */
  readonly occurrences = changing();

  /** Rows by date, newest first: those below `ordered`, some of them dead. */
  readonly order = fixed();
  ordered = 0;

  /** Files that are known. */
  files = 0;
  /** Rows that are not dead. */
  live = 0;

  constructor() {
    this.firstOccurrence.push(0);
    this.firstCitation.push(0);
  }

  /** The columns to save, always in this order. */
  get columns(): readonly AnyColumn[] {
    return [
      ...[this.addresses, this.ids, this.words, this.texts].flatMap(({ columns }) => columns),
      ...[this.first, this.rows, this.modified, this.bytes, this.file, this.id, this.nextOfId, this.post, this.year],
      ...[this.serial, this.date, this.subject, this.from, this.marks, this.section, this.sections, this.places],
      ...[this.firstOccurrence, this.firstCitation, this.tags, this.word, this.rowOfWord, this.nextOfWord],
      ...[this.cited, this.rowOfCitation, this.nextOfCited, this.label, this.citationPlaces],
      ...[this.rowOfId, this.citationOf, this.occurrenceOf, this.occurrences, this.order],
    ];
  }

  /** Rows that are not yet in the order of dates. */
  get unsorted(): number {
    return this.file.length - this.ordered;
  }

  /** The number of a file that is known; -1 where it is not. */
  fileOf(uri: string): number {
    const file = this.addresses.find(uri);
    return file >= 0 && this.first.data[file]! >= 0 ? file : -1;
  }

  put(uri: string, { modified, size }: Stamp, summaries: readonly Summary[]): void {
    const file = this.addresses.add(uri);
    for (const column of [this.first, this.rows, this.modified, this.bytes]) column.extend(file + 1, -1);
    this.drop(file);
    this.files++;
    this.first.data[file] = this.file.length;
    this.rows.data[file] = summaries.length;
    this.modified.data[file] = modified;
    this.bytes.data[file] = size;
    for (const summary of summaries) this.#append(file, summary);
    this.live += summaries.length;
  }

  /** Forgets a file. */
  drop(file: number): void {
    const first = this.first.data[file]!;
    if (first < 0) return;
    const count = this.rows.data[file]!;
    this.file.data.fill(-1, first, first + count);
    this.first.data[file] = -1;
    this.live -= count;
    this.files--;
  }

  #append(file: number, summary: Summary): void {
    const { id, post, year, serial, date, subject, from, section, sections, at, tags } = summary;
    const row = this.file.push(file);
    const number = id === null ? -1 : this.#id(id);
    this.id.push(number);
    this.nextOfId.push(number < 0 ? -1 : this.rowOfId.data[number]!);
    if (number >= 0) this.rowOfId.data[number] = row;
    this.year.push(year ?? NONE);
    this.serial.push(serial ?? NONE);
    this.date.push(date ?? NONE);
    this.subject.push(subject === null ? -1 : this.texts.add(subject));
    this.from.push(from === null ? -1 : this.texts.add(from));
    this.marks.push(
      (summary.level ? LEVELS.indexOf(summary.level) + 1 : 0) |
        (summary.sensitive ? 8 : 0) |
        (COPIES.indexOf(summary.copy) << 4),
    );
    this.section.push(section ?? NONE);
    this.sections.push(sections ?? NONE);
    for (const value of [at.line, at.character, at.endLine, at.endCharacter]) this.places.push(value);
    for (const tag of tags) this.#occurs(row, this.#word(tag));
    this.tags.push(this.word.length - this.firstOccurrence.data[row]!);
    this.post.push(post === null ? -1 : this.#occurs(row, this.#word(post)));
    for (const word of wordsOf(summary)) this.#occurs(row, this.#word(word));
    this.firstOccurrence.push(this.word.length);
    for (const citation of summary.citations) this.#cites(row, citation);
    this.firstCitation.push(this.cited.length);
  }

  #id(id: string): number {
    const number = this.ids.add(id);
    this.rowOfId.extend(number + 1, -1);
    this.citationOf.extend(number + 1, -1);
    return number;
  }

  #word(text: string): number {
    const word = this.words.add(text);
    this.occurrenceOf.extend(word + 1, -1);
    this.occurrences.extend(word + 1, 0);
    return word;
  }

  /** A word occurs in a row, which is the last; each counts once. */
  #occurs(row: number, word: number): number {
    const head = this.occurrenceOf.data[word]!;
    if (head >= 0 && this.rowOfWord.data[head] === row) return word;
    this.rowOfWord.push(row);
    this.nextOfWord.push(head);
    this.occurrenceOf.data[word] = this.word.push(word);
    this.occurrences.data[word]!++;
    return word;
  }

  #cites(row: number, { id, label, listed, line, character, endLine, endCharacter }: Citation): void {
    const cited = this.#id(id);
    this.rowOfCitation.push(row);
    this.nextOfCited.push(this.citationOf.data[cited]!);
    this.label.push((label === null ? -1 : this.texts.add(label)) * 2 + (listed ? 1 : 0));
    for (const value of [line, character, endLine, endCharacter]) this.citationPlaces.push(value);
    this.citationOf.data[cited] = this.cited.push(cited);
  }

  /** What was put. */
  summary(row: number): Summary {
    const id = this.id.data[row]!;
    const post = this.post.data[row]!;
    const subject = this.subject.data[row]!;
    const from = this.from.data[row]!;
    const marks = this.marks.data[row]!;
    const occurrence = this.firstOccurrence.data[row]!;
    const citation = this.firstCitation.data[row]!;
    return {
      id: id < 0 ? null : this.ids.get(id),
      post: post < 0 ? null : this.words.get(post),
      year: orNull(this.year.data[row]!),
      serial: orNull(this.serial.data[row]!),
      date: orNull(this.date.data[row]!),
      subject: subject < 0 ? null : this.texts.get(subject),
      level: LEVELS[(marks & 7) - 1] ?? null,
      sensitive: (marks & 8) !== 0,
      tags: Array.from({ length: this.tags.data[row]! }, (_, at) => this.words.get(this.word.data[occurrence + at]!)),
      from: from < 0 ? null : this.texts.get(from),
      section: orNull(this.section.data[row]!),
      sections: orNull(this.sections.data[row]!),
      copy: COPIES[marks >> 4]!,
      at: placeAt(this.places.data, row),
      citations: Array.from({ length: this.firstCitation.data[row + 1]! - citation }, (_, at) =>
        this.citation(citation + at),
      ),
    };
  }

  citation(at: number): Citation {
    const label = this.label.data[at]!;
    return {
      id: this.ids.get(this.cited.data[at]!),
      label: label >> 1 < 0 ? null : this.texts.get(label >> 1),
      listed: (label & 1) === 1,
      ...placeAt(this.citationPlaces.data, at),
    };
  }
}

const orNull = (value: number): number | null => (value === NONE ? null : value);

function placeAt(data: Int32Array, index: number) {
  const at = index * 4;
  return { line: data[at]!, character: data[at + 1]!, endLine: data[at + 2]!, endCharacter: data[at + 3]! };
}
