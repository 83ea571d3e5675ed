/** What a name means, asked outside a text: for the command. */
import { routingIndicator } from '../data/posts';
import { type TermKind, term } from '../data/terms';
import type { Glossary } from '../meaning/glossary';
import { readWord } from '../meaning/resolve';
import { wordsIn } from '../meaning/words';
import { token } from '../model/fields';
import type { LocalTime } from './hover/card';
import { explain } from './hover/explain';
import { readingCard } from './hover/words';
import type { Card } from './markdown';
import type { Snapshot } from './snapshot';

/** Words of the format that mean nothing else, and those that may. */
const OWN_TERMS: readonly TermKind[] = ['signal', 'order', 'instruction'];
const OTHER_TERMS: readonly TermKind[] = ['level', 'precedence', 'portion-mark'];

/**
 * The cards of a TAGS code, an acronym, an office symbol, a caption, a routing indicator or another word of the format. In a
 * cable that uses the name it is explained as there; else with that cable's countries and date. Empty when nothing is known.
 */
export function explainName(snapshot: Snapshot, name: string, glossary: Glossary, localTime: LocalTime): Card[] {
  const used = wordsIn(snapshot.cable.clean).find(({ text }) => text === name);
  const there = used && explain(snapshot, used.start, localTime, glossary);
  if (there) return [...there.cards];
  const addresses = [...new Set(routingIndicator(name.toUpperCase()).map(({ plad }) => plad))];
  if (addresses.length)
    return [
      {
        title: addresses.join('; '),
        aside: `${name.toUpperCase()}, routing indicator`,
        lines: [],
        source: routingIndicator(name.toUpperCase())[0]!.source,
      },
    ];
  const own = termCards(OWN_TERMS, name);
  if (own.length) return own;
  const reading = readWord({ view: snapshot.view, glossary, place: 'anywhere' }, token(name, 0));
  return reading ? [readingCard(snapshot.view, reading)] : termCards(OTHER_TERMS, name);
}

function termCards(kinds: readonly TermKind[], name: string): Card[] {
  for (const kind of kinds) {
    const found = term(kind, name.toUpperCase());
    if (found)
      return [{ title: found.name, aside: `${found.term}, ${kind}`, lines: [found.description], source: found.source }];
  }
  return [];
}
