/** Every word of a message that stands for something: what hover cards say of one word, for all of them at once. */
import type { Token } from '../model/fields';
import type { MessageView } from '../model/view';
import type { Span } from '../syntax/tree';
import { lineEnd, lineStart } from '../text/edits';
import type { Glossary } from './glossary';
import type { Meaning } from './meaning';
import { isOffice, namesOffice } from './offices';
import { isShouted, REACH } from './ordinary';
import { prose } from './prose';
import { type Place, placeAt, readWord } from './resolve';
import { bare, capitalisedWords, isCapitals, partsOf } from './words';

/** A word with the best of its meanings; null: it has the look of an acronym, and nothing is known of it. */
export interface ReadWord extends Span {
  readonly meaning: Meaning | null;
}

const known = (_view: MessageView) => new WeakMap<Glossary, readonly ReadWord[]>();

/** Those of header, headings and paragraphs, in the order of the text; found once for a message and a glossary. */
export function readings(view: MessageView, glossary: Glossary): readonly ReadWord[] {
  const kept = view.once(known);
  let found = kept.get(glossary);
  if (!found) {
    found = new Reader(view, glossary).read();
    kept.set(glossary, found);
  }
  return found;
}

/** What was found of a word at one kind of place: it hangs on whether the text around is in capitals, and an office is named. */
interface Answers {
  readonly isCapitals: boolean;
  readonly isOffice: boolean;
  readonly by: (Meaning | 'unknown' | 'word' | undefined)[];
}

const JOINT = /[/&.'’-]/;
const ACRONYM = /^[A-Z][A-Z0-9/&-]+s?$/;
/** From here on a line without small letters is in capitals, whichever of its words is left out. */
const WORDS_IN_CAPITALS = 6;

class Reader {
  private readonly text: string;
  private readonly found: ReadWord[] = [];
  private readonly answers = new Map<Place, Map<string, Answers>>();
  private line: { start: number; end: number; shouted: boolean | null } = { start: 0, end: -1, shouted: null };

  constructor(
    private readonly view: MessageView,
    private readonly glossary: Glossary,
  ) {
    this.text = view.cable.clean;
  }

  read(): readonly ReadWord[] {
    const { header, body } = this.view.message;
    for (const field of header?.fields ?? []) {
      const place = placeAt(this.view, field.start);
      if (place) this.words({ start: field.value, end: field.end }, place);
    }
    for (const { heading, paragraphs } of body.sections) {
      if (heading) this.words(heading.title, 'prose');
      for (const { textStart, end } of paragraphs) this.words({ start: textStart, end }, 'prose');
    }
    return this.found;
  }

  private words({ start, end }: Span, place: Place): void {
    for (const word of capitalisedWords(prose(this.view.cable), start, end)) {
      if (JOINT.test(word.text)) this.compound(word, place);
      else this.simple(word, place);
    }
  }

  private simple(word: Token, place: Place): void {
    const { text, start, end } = word;
    const answers = this.answersFor(text, place);
    const { isCapitals, isOffice } = answers;
    const at = isCapitals
      ? (this.isShouted(word) ? 1 : 0) + (isOffice && namesOffice(this.text, word, text) ? 2 : 0)
      : 0;
    let answer = answers.by[at];
    if (answer === undefined) {
      answer = readWord(this.context(place), word)?.meanings[0] ?? (this.isUnknown(word) ? 'unknown' : 'word');
      answers.by[at] = answer;
    }
    if (answer !== 'word') this.found.push({ start, end, meaning: answer === 'unknown' ? null : answer });
  }

  private answersFor(text: string, place: Place): Answers {
    let words = this.answers.get(place);
    if (!words) {
      words = new Map();
      this.answers.set(place, words);
    }
    let answers = words.get(text);
    if (!answers) {
      const inCapitals = text === text.toUpperCase();
      answers = { isCapitals: inCapitals, isOffice: inCapitals && isOffice(text), by: [] };
      words.set(text, answers);
    }
    return answers;
  }

  /** Of a compound that is not known, each part by itself. */
  private compound(word: Token, place: Place): void {
    const context = this.context(place);
    const whole = readWord(context, word);
    if (whole && whole.at === word) this.add(whole.at, whole.meanings[0]!);
    else {
      const parts = partsOf(word);
      let any = false;
      for (const part of parts) {
        const reading = readWord(context, part);
        if (!reading || reading.at !== part) continue;
        any = true;
        this.add(part, reading.meanings[0]!);
      }
      if (!any && this.isUnknown(word)) this.add(word, null);
    }
  }

  private add({ start, end }: Span, meaning: Meaning | null): void {
    this.found.push({ start, end, meaning });
  }

  private context(place: Place) {
    return { view: this.view, glossary: this.glossary, place };
  }

  private isUnknown(word: Token): boolean {
    const plain = bare(word.text);
    return ACRONYM.test(plain) && isCapitals(plain.replace(/s$/, '')) && !isShouted(this.text, word.start, word.end);
  }

  /** As `isShouted`, but a line is looked at once for most of its words. The word itself is in capitals. */
  private isShouted({ start, end }: Token): boolean {
    if (start >= this.line.end) {
      const from = lineStart(this.text, start);
      const to = lineEnd(this.text, start);
      this.line = { start: from, end: to, shouted: to - from < REACH ? shoutedLine(this.text, from, to) : null };
    }
    return this.line.shouted ?? isShouted(this.text, start, end);
  }
}

/** Null where it hangs on the word. */
function shoutedLine(text: string, start: number, end: number): boolean | null {
  let words = 0;
  let capitals = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 97 && code <= 122) return false;
    capitals = code >= 65 && code <= 90 ? capitals + 1 : 0;
    if (capitals === 2) words++;
  }
  return words >= WORDS_IN_CAPITALS ? true : null;
}
