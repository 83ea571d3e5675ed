/** What the text cites, as the rules that look for it compare it (FORMAT 5.2). */
import { type Citation, type Letter, citations as readings } from '../../model/citations';
import type { Token } from '../../model/fields';
import { pageLines } from '../../model/pages';
import { textAfter, textBefore } from '../../model/passages';
import type { MessageView } from '../../model/view';
import { isReadable } from './shared';

export { isOwn } from '../../model/body';

/** `para 3`, `paras 3 and 4`: the numbers, and what stands around them. */
export interface ParagraphCitation {
  readonly numbers: readonly Token[];
  readonly before: string;
  readonly after: string;
}

export interface Citations {
  readonly letters: readonly Letter[];
  /** Those of `letters`, and those between in `refs A-D`. */
  readonly used: ReadonlySet<string>;
  /** `refs` or `reftel` without a letter may mean any of them. */
  readonly general: boolean;
  readonly reftels: readonly Token[];
  readonly paragraphs: readonly ParagraphCitation[];
}

/** Found in subject, handling notes and body. */
export const citations = (view: MessageView): Citations => view.once(readCitations);

function readCitations(view: MessageView): Citations {
  const letters: Letter[] = [];
  const used = new Set<string>();
  const reftels: Token[] = [];
  const paragraphs: ParagraphCitation[] = [];
  let general = false;
  for (const each of readings(view)) {
    // A line that was not read may be a damaged one of the REF block.
    if (each.passage.kind === 'unknown-line' || each.passage.kind === 'caption') continue;
    if (each.kind === 'paragraph') {
      const paragraph = paragraphCitation(view, each);
      if (paragraph) paragraphs.push(paragraph);
      continue;
    }
    if (each.kind === 'reftel') reftels.push(each.word);
    if (!each.letters.length) general = true;
    each.letters.forEach((letter, i) => {
      const to = letter.text.charCodeAt(0);
      for (let code = letter.ends ? each.letters[i - 1]!.text.charCodeAt(0) : to; code <= to; code++)
        used.add(String.fromCharCode(code));
      letters.push(letter);
    });
  }
  return { letters, used, general, reftels, paragraphs };
}

function paragraphCitation(
  view: MessageView,
  { numbers, several, passage, start, end }: Citation,
): ParagraphCitation | null {
  // `para 3-5` may number one paragraph of something else.
  if (!several && numbers[0]!.range && view.text({ start: numbers[0]!.end, end }).startsWith('-')) return null;
  return {
    numbers: numbers.map((each) => ({ start: each.start, end: each.end, text: String(each.value) })),
    before: textBefore(passage, start, 60),
    after: textAfter(passage, end, 400),
  };
}

/** The text is here from its first section to its last, so that what it does not hold is missing. */
export function isComplete(view: MessageView): boolean {
  const line = view.classification;
  if (!isReadable(view) || (line?.sectionNumber ?? 1) > 1) return false;
  const announced = line?.sectionsAnnounced ?? 1;
  return announced <= 1 || pageLines(view).some(({ section }) => section === announced);
}
