/**
 * The cables of a folder: what is known of each, who cites whom, and where a number, a word or a date is found. 250,000 of them take a
 * few hundred bytes each, lie in columns of numbers, and are saved and loaded as they lie.
 */
import { count, within } from './groups';
import { narrow } from './narrowing';
import { newestFirst, UNSORTED } from './order';
import { Records, type Stamp } from './records';
import { keep } from './rows';
import { isSame } from './same';
import { load, save } from './saved';
import { search } from './search';
import type { Summary } from './summary';
import type { Citing, Entry, Filter, Grouping, LibraryView } from './view';

export type { Stamp } from './records';

/** Files that are put into a new library in one step. */
const FILES_AT_ONCE = 200;

export class Library implements LibraryView {
  #records = new Records();
  /** Added to rows: after the library was compacted its rows have other numbers, and those of before are none. */
  #base = 0;
  #revision = 0;
  #edition = 0;
  /** The library that is to replace this one, while it is compacted: what is put here is put there as well. */
  #next: Library | null = null;

  get size(): number {
    return this.#records.live;
  }
  get revision(): number {
    return this.#revision;
  }
  /** Changes whenever what would be saved has changed: with every revision, and with stamps. */
  get edition(): number {
    return this.#edition;
  }
  /** How many files it knows, those without a cable as well. */
  get files(): number {
    return this.#records.files;
  }

  // Writing.

  /**
   * Sets what a file holds, in place of what was known of it. A file without a cable is known by its stamp.
   * @returns whether any answer may have changed; then there is a new revision
   */
  put(uri: string, stamp: Stamp, summaries: readonly Summary[]): boolean {
    this.#next?.put(uri, stamp, summaries);
    const records = this.#records;
    const file = records.fileOf(uri);
    const rows = file < 0 ? 0 : records.rows.data[file]!;
    const first = file < 0 ? 0 : records.first.data[file]!;
    const same = rows === summaries.length && summaries.every((each, at) => isSame(each, records.summary(first + at)));
    if (file >= 0 && same) {
      if (records.modified.data[file] === stamp.modified && records.bytes.data[file] === stamp.size) return false;
      records.modified.data[file] = stamp.modified;
      records.bytes.data[file] = stamp.size;
      this.#edition++;
      return false;
    }
    records.put(uri, stamp, summaries);
    return this.#changed(rows + summaries.length);
  }

  /** Forgets a file; whether it was known. */
  remove(uri: string): boolean {
    this.#next?.remove(uri);
    const file = this.#records.fileOf(uri);
    if (file < 0) return false;
    this.#forget(file);
    return true;
  }

  /** Forgets the files below a folder; how many there were. */
  removeBelow(folderUri: string): number {
    this.#next?.removeBelow(folderUri);
    const isBelow = this.#records.addresses.beginningWith(folderUri.endsWith('/') ? folderUri : `${folderUri}/`);
    let removed = 0;
    for (const file of this.#known()) {
      if (!isBelow(file)) continue;
      this.#forget(file);
      removed++;
    }
    return removed;
  }

  #forget(file: number): void {
    const rows = this.#records.rows.data[file]!;
    this.#records.drop(file);
    this.#changed(rows);
  }

  #changed(rows: number): boolean {
    this.#edition++;
    if (rows > 0) this.#revision++;
    if (this.#records.unsorted > UNSORTED) newestFirst(this.#records);
    return rows > 0;
  }

  // Keeping.

  /** The library as bytes, for `load`. */
  save(): Uint8Array[] {
    return [...this.saveSteps()];
  }

  /** The same, as it is when it is called, in pieces of a few milliseconds each. What changes meanwhile is not in it. */
  saveSteps(): Iterable<Uint8Array> {
    return save(this.#records);
  }

  /** What was saved; null for anything that is not, or not whole. */
  static load(bytes: Uint8Array): Library | null {
    const steps = Library.loadSteps(bytes);
    let step = steps.next();
    while (!step.done) step = steps.next();
    return step.value;
  }

  /** The same in steps of a few milliseconds. */
  static *loadSteps(bytes: Uint8Array): Generator<void, Library | null> {
    const records = yield* load(bytes);
    if (!records) return null;
    const library = new Library();
    library.#records = records;
    return library;
  }

  /** The part of the rows that are dead, from 0 to 1: half and more are worth `compactSteps`. */
  get waste(): number {
    const { length } = this.#records.file;
    return length ? 1 - this.size / length : 0;
  }

  /**
   * Leaves out what is dead, in steps of a few milliseconds; the library can be used and changed between them. In the end all rows have
   * new numbers: `get` of one of before is null.
   */
  *compactSteps(): Generator<void> {
    if (this.#next) return;
    const next = new Library();
    this.#next = next;
    let step = 0;
    try {
      for (const uri of this.uris()) {
        next.put(uri, this.stampOf(uri)!, this.of(uri));
        if (++step % FILES_AT_ONCE === 0) yield;
      }
      this.#base += this.#records.file.length;
      this.#records = next.#records;
      this.#revision++;
      this.#edition++;
    } finally {
      this.#next = null;
    }
  }

  // Files.

  /** Null for a file that is not known. */
  stampOf(uri: string): Stamp | null {
    const { modified, bytes } = this.#records;
    const file = this.#records.fileOf(uri);
    return file < 0 ? null : { modified: modified.data[file]!, size: bytes.data[file]! };
  }

  /** Addresses of all files that are known. */
  *uris(): Iterable<string> {
    for (const file of this.#known()) yield this.#records.addresses.get(file);
  }

  *#known(): Iterable<number> {
    const { data: first } = this.#records.first;
    for (let file = 0; file < this.#records.first.length; file++) if (first[file]! >= 0) yield file;
  }

  // Cables.

  find(id: string): readonly Entry[] {
    const records = this.#records;
    const number = records.ids.find(id);
    const rows: number[] = [];
    for (let row = number < 0 ? -1 : records.rowOfId.data[number]!; row >= 0; row = records.nextOfId.data[row]!)
      if (records.file.data[row]! >= 0) rows.push(row);
    return rows.map((row) => this.#entry(row)).sort(byWorth);
  }

  of(uri: string): readonly Entry[] {
    const file = this.#records.fileOf(uri);
    if (file < 0) return [];
    const first = this.#records.first.data[file]!;
    return Array.from({ length: this.#records.rows.data[file]! }, (_, at) => this.#entry(first + at));
  }

  get(row: number): Entry | null {
    const at = row - this.#base;
    return this.#isLive(at) ? this.#entry(at) : null;
  }

  #isLive(row: number): boolean {
    return row >= 0 && row < this.#records.file.length && this.#records.file.data[row]! >= 0;
  }

  #entry(row: number): Entry {
    const records = this.#records;
    return { row: this.#base + row, uri: records.addresses.get(records.file.data[row]!), ...records.summary(row) };
  }

  // Citations.

  citing(id: string): readonly Citing[] {
    const records = this.#records;
    const found: Citing[] = [];
    for (const at of this.#citationsOf(id)) {
      const row = records.rowOfCitation.data[at]!;
      const uri = records.addresses.get(records.file.data[row]!);
      found.push({ row: this.#base + row, uri, citation: records.citation(at) });
    }
    return found.sort(byPlace);
  }

  timesCited(id: string): number {
    const records = this.#records;
    const cables = new Set<number>();
    for (const at of this.#citationsOf(id)) {
      const row = records.rowOfCitation.data[at]!;
      const its = records.id.data[row]!;
      // Copies are one cable; one without a number is only itself.
      cables.add(its >= 0 ? its : -1 - row);
    }
    return cables.size;
  }

  /** Places that cite it, the last that was put first. */
  *#citationsOf(id: string): Iterable<number> {
    const records = this.#records;
    const number = records.ids.find(id);
    if (number < 0) return;
    for (let at = records.citationOf.data[number]!; at >= 0; at = records.nextOfCited.data[at]!)
      if (records.file.data[records.rowOfCitation.data[at]!]! >= 0) yield at;
  }

  holds(post: string, year: number): boolean {
    const records = this.#records;
    const word = records.words.find(post);
    if (word < 0) return false;
    for (let at = records.occurrenceOf.data[word]!; at >= 0; at = records.nextOfWord.data[at]!) {
      const row = records.rowOfWord.data[at]!;
      if (records.post.data[row] === word && records.year.data[row] === year && records.file.data[row]! >= 0)
        return true;
    }
    return false;
  }

  // Lists.

  search(query: string, limit: number): readonly Entry[] {
    return search(this.#records, query, limit).map((row) => this.#entry(row));
  }

  select(filter: Filter): Int32Array {
    return this.#given(narrow(this.#records, newestFirst(this.#records), filter));
  }

  count(rows: Int32Array, by: Grouping): ReadonlyMap<string, number> {
    return count(this.#records, this.#own(rows), by);
  }

  within(rows: Int32Array, by: Grouping, key: string): Int32Array {
    return this.#given(within(this.#records, this.#own(rows), by, key));
  }

  /** Rows as others know them, and back; those that are no more are left out. */
  #given(rows: Int32Array): Int32Array {
    return this.#base ? rows.map((row) => row + this.#base) : rows;
  }
  #own(rows: Int32Array): Int32Array {
    const own = this.#base ? rows.map((row) => row - this.#base) : rows;
    return keep(this.#records, own, (row) => this.#isLive(row));
  }
}

/** Whole before sections, corrected before others before repeated, then by address. */
const byWorth = (a: Entry, b: Entry): number =>
  (a.section ?? 0) - (b.section ?? 0) || WORTH(a) - WORTH(b) || compare(a.uri, b.uri) || a.row - b.row;
const WORTH = ({ copy }: Summary): number => (copy === 'corrected' ? 0 : copy === null ? 1 : 2);

const byPlace = (a: Citing, b: Citing): number =>
  compare(a.uri, b.uri) || a.citation.line - b.citation.line || a.citation.character - b.citation.character;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
