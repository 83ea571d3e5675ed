import { isKnownPost, nearestPost } from '../../data/posts';
import { levelOf } from '../../model/classification';
import { type Token, token } from '../../model/fields';
import type { MessageView } from '../../model/view';
import { asWritten, nearestLevel, strayLevel } from '../facts/written-levels';
import { isRedacted, propose, type Report, rule } from '../rule';
import { CONFIDENTIAL, RECORD, TRANSMITTED, UNCLASSIFIED } from '../specimens';

export const classificationUnknown = rule({
  name: 'header/classification-unknown',
  severity: 'error',
  format: ['3.2'],
  message: '`{x}` is not a classification.',
  messages: { near: '`{x}` is not a classification. {near}?' },
  why: 'The levels are UNCLASSIFIED (UNCLAS), LIMITED OFFICIAL USE, CONFIDENTIAL, SECRET and TOP SECRET; a reader must not have to guess which is meant. Silent where the word is redacted.',
  fix: 'Writes the nearest level, letter-spaced where it is classified.',
  bad: [
    [CONFIDENTIAL, 'C O N F I D E N T I A L', '«CONFIDENTAL»'],
    [CONFIDENTIAL, 'C O N F I D E N T I A L', '«C O N F I D E N T A L»'],
    [UNCLASSIFIED, 'UNCLAS ROME', '«UNCLASS» ROME'],
    [
      UNCLASSIFIED,
      'UNCLAS ROME',
      '«LIMTED OFFICIAL USE» ROME',
      'SENSITIVE\n',
      '',
      '(SBU)',
      '(LOU)',
      '06',
      '88',
      '12958',
      '12356',
    ],
    [TRANSMITTED, 'C O N F I D E N T I A L', '«RESTRICTED»', 'ZNY CCCCC', 'ZNY RRRRR'],
  ],
  good: [
    [UNCLASSIFIED, 'UNCLAS ROME', 'UNCLASSIFIED ROME'],
    [CONFIDENTIAL, 'C O N F I D E N T I A L', 'C O N F I D E N T I A L NOFORN'],
    [RECORD, 'C O N F I D E N T I A L ANKARA', 'LIMITED OFFICIAL USE ANKARA'],
  ],
  check(view, report) {
    for (const { line } of view.classificationLines) {
      if (line.level) continue;
      const { text, start, end } = line.word;
      // `LIMTED OFFICIAL USE`: of a misspelt level the first word alone was read.
      tell(
        token(text + (/^ OFFICIAL USE\b/i.exec(view.text({ start: end, end: end + 14 }))?.[0] ?? ''), start),
        view,
        report,
      );
    }
    const stray = strayLevel(view);
    if (stray && !levelOf(stray.text)) tell(stray, view, report);
  },
});

const POST = /^( {0,2}([A-Z]))([A-Z .'-]{2,40}?) \d{3,7}\b/;

/**
 * Where the level ends: behind the word, or behind its last letter, which stands before the name of the post (`S E C R E TOSLO 01190`);
 * null where what follows is nearly a post, so that it may have a letter of the level.
 */
function levelEnd(view: MessageView, { text, end }: Token): number | null {
  const [, torn, letter, post] = POST.exec(view.text({ start: end, end: end + 60 })) ?? [];
  if (!torn || !post) return end;
  if (isKnownPost(post) && levelOf(`${text} ${letter}`)) return end + torn.length;
  return isKnownPost(letter + post) || !nearestPost(letter + post) ? end : null;
}

function tell(word: Token, view: MessageView, report: Report): void {
  if (isRedacted(word.text)) return;
  const near = nearestLevel(word.text);
  const level = near && levelOf(near);
  const right = level && (near === 'UNCLASSIFIED' ? near : asWritten(level));
  const end = levelEnd(view, word);
  const at = { start: word.start, end: end ?? word.end };
  const fix = right && end !== null ? propose(at, end > word.end ? `${right} ` : right, `Change to ${near}`) : null;
  report(word, { x: word.text, near: near ?? '' }, { ...(near && { as: 'near' }), fix });
}
