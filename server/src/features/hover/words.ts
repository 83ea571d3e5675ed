import type { Glossary } from '../../meaning/glossary';
import type { Meaning, Reading } from '../../meaning/meaning';
import { occurrences } from '../../meaning/occurrences';
import { type Place, readAt } from '../../meaning/resolve';
import type { MessageView } from '../../model/view';
import type { Span } from '../../syntax/tree';
import type { Card, Part } from '../markdown';
import type { Explanation } from './card';

/** How many other meanings a card names. */
const OTHERS = 4;

/** The card of an acronym, office symbol or other word that stands for something, in the sense that fits this cable. */
export function explainWord(view: MessageView, glossary: Glossary, offset: number, place: Place): Explanation | null {
  const reading = readAt({ view, glossary, place }, offset);
  return reading && { at: reading.at, cards: [readingCard(view, reading)] };
}

export function readingCard(view: MessageView, { at, meanings }: Reading): Card {
  const [best, ...others] = meanings as [Meaning, ...Meaning[]];
  const more = others.length > OTHERS ? ` and ${others.length - OTHERS} more` : '';
  return {
    title: best.expansion,
    aside: [best.term, best.kind].filter(Boolean).join(', '),
    lines: [
      best.note,
      best.evidence === 'defined' ? '' : sentence(best.because),
      whereUsed(view, at.text, best.definedAt),
      others.length ? `Also: ${others.slice(0, OTHERS).map(other).join('; ')}${more}.` : '',
    ],
    ...(best.source && { source: best.source }),
  };
}

const sentence = (text: string): string => (text ? `${text.charAt(0).toUpperCase()}${text.slice(1)}.` : '');
const other = ({ expansion, kind, because }: Meaning): string =>
  because.startsWith('usual in')
    ? `${expansion} (${because.replace('usual in ', '')})`
    : kind === 'office'
      ? `${expansion} (office)`
      : expansion;

/** How often the word occurs, and where it is defined or first used, with a way there. */
function whereUsed(view: MessageView, word: string, definedAt: Span | null): Part[] | string {
  const all = occurrences(view.cable, word);
  const first = definedAt ?? all[0];
  if (!first || (all.length < 2 && !definedAt)) return '';
  const line = view.lineOf(first.start);
  const times = all.length === 1 ? 'Once' : `${all.length} times`;
  return [
    definedAt ? 'Defined in ' : `${times} in this cable, first in `,
    { text: `line ${line + 1}`, line },
    definedAt && all.length ? `; ${times.toLowerCase()} in this cable.` : '.',
  ];
}
