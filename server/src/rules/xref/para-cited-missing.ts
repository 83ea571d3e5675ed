import { fold } from '../../model/fields';
import type { Paragraph } from '../../syntax/tree';
import { citations, isComplete, isOwn } from '../facts/citations';
import { rule } from '../rule';
import { CONFIDENTIAL, DRAFT, UNCLASSIFIED } from '../specimens';

/** Words around the number that make it a paragraph of another text. */
const OF_OTHER =
  /^.{0,12}?\b(?:of|in|to|from|ref|reftel|septel|\(?[A-Z]\)?[ ,.)]*ref)\b|^ ?(?:above)? ?(?:of )?\(?ref/i;
const OTHER_BEFORE =
  /\b(?:refs?|reftels?|septel|UNSC|UNSCR|resolution|article|report|treaty|agreement|law|decision|NSDM|FAM|FAH|draft|protocol|communique|declaration|charter|convention|chapter|section|operative|preambular|new|\d{4})\b[^.]{0,30}$/i;
/** `para 9, STATE 12345` */
const CABLE = /^[ ,(]{0,3}(?:\d\d )?[A-Z][A-Z' .-]{2,25} \d{2,7}\b/;
/** Higher numbers are not of cables. */
const HIGHEST = 60;

export const paraCitedMissing = rule({
  name: 'xref/para-cited-missing',
  severity: 'information',
  format: ['5.2', '4.1'],
  message: 'Paragraph {number} is cited, the last is {last}.',
  why: 'A paragraph that the text cites is in the cable, unless the words around it say of what else it is (`para 9 of reftel`). Silent in quoted texts, and where not all sections are here.',
  bad: [
    [UNCLASSIFIED, 'It stopped.', 'It stopped, as para «7» shows.'],
    [DRAFT, 'The lagoon', 'As said in paras 2 and\n«5», the lagoon'],
    [CONFIDENTIAL, 'see para 1', 'see paragraph «4»'],
  ],
  good: [
    [UNCLASSIFIED, 'It stopped.', 'It stopped, as para 7 of reftel shows.'],
    [UNCLASSIFIED, 'It stopped.', 'It stopped under treaty article 9, para 7.'],
    [UNCLASSIFIED, 'It stopped.', 'IT STOPPED, AS IN PARA 7 STATE 12345.'],
    [UNCLASSIFIED, 'It stopped.', 'It stopped under para 7-2, as asked (refs A and B, para 9).'],
    [UNCLASSIFIED, 'It stopped.', 'This is the last paragraph. 14 bells stopped.'],
    [UNCLASSIFIED, 'It stopped.', 'It stopped. BEGIN TEXT: See para 7. END TEXT.'],
    [CONFIDENTIAL, 'see para 1', 'see para 4', 'ROME 00000001  002 OF 002\n\n', ''],
  ],
  check(view, report) {
    const { sections } = view.message.body;
    if (!sections.length || !isComplete(view)) return;
    const { paragraphs } = citations(view);
    if (!paragraphs.length) return;
    let last = 0;
    let count = 0;
    let final: Paragraph | null = null;
    for (const section of sections)
      for (const paragraph of section.paragraphs) {
        if (!paragraph.number) continue;
        count++;
        const number = Number.parseInt(view.text(paragraph.number), 10);
        if (number > last) [last, final] = [number, paragraph];
      }
    if (count < 2 || !final?.number) return;
    const related = { ...final.number, message: 'The last paragraph.' };
    for (const { numbers, before, after } of paragraphs) {
      if (!numbers.some((number) => isMissing(number.text, last))) continue;
      const next = fold(after).slice(0, 40);
      if (OF_OTHER.test(next) || CABLE.test(next) || OTHER_BEFORE.test(before.slice(-40))) continue;
      for (const number of numbers)
        if (isMissing(number.text, last) && isOwn(view, number))
          report(number, { number: number.text, last }, { related });
    }
  },
});

const isMissing = (number: string, last: number): boolean => Number(number) > last && Number(number) <= HIGHEST;
