/** Office symbols (`G/TIP`, `EAP/MLS`, `DRL`), read from left to right: bureau, office, division. */
import { bureauName, type OfficeEntry, officeEntries } from '../data/offices';
import type { Meaning } from './meaning';

/**
 * The meanings of a symbol; of an unknown one under a known bureau, that of the nearest known office above it. An office of the cable's
 * year comes before one of other years.
 */
export function officeMeanings(symbol: string, year: number | undefined): Meaning[] {
  const parts = symbol.toUpperCase().split('/');
  for (let count = parts.length; count > 0; count--) {
    const known = parts.slice(0, count).join('/');
    const entries = officeEntries(known);
    if (entries.length === 0) continue;
    return entries
      .map((entry) => ({ entry, existed: existed(entry, year) }))
      .sort((a, b) => Number(b.existed) - Number(a.existed))
      .map(({ entry, existed }) => toMeaning(entry, symbol, count < parts.length, existed, year));
  }
  return [];
}

export const isOffice = (symbol: string): boolean => officeEntries(symbol.toUpperCase()).length > 0;

// The table's years are approximate: an office is believed two years beyond them.
const existed = ({ from, to }: OfficeEntry, year: number | undefined): boolean =>
  year === undefined || ((from ?? year) - 2 <= year && year <= (to ?? year) + 2);

function toMeaning(
  { symbol, name, bureau, years, source, from, to }: OfficeEntry,
  written: string,
  above: boolean,
  existed: boolean,
  year: number | undefined,
): Meaning {
  const parent = bureau && bureau !== symbol ? (bureauName(bureau, year) ?? bureau) : '';
  const dated = year !== undefined && (from !== null || to !== null);
  return {
    term: symbol,
    expansion: name,
    kind: 'office',
    note: [
      above ? `${written} is not in the table; this is the office above it.` : '',
      parent ? `Part of: ${parent}.` : '',
      years ? `${years.replace(/^-/, 'to ').replace(/-$/, ' on').replace('-', ' to ')}.` : '',
    ]
      .filter(Boolean)
      .join(' '),
    evidence: dated && existed ? 'date' : 'general',
    because: existed ? '' : `by the table it was no office in ${year}`,
    source,
    definedAt: null,
  };
}

const BEFORE =
  /\b(?:Department|Dept|Bureaus?|Offices?|State|Washington|For|FOR|DEPT|DEPARTMENT|BUREAU|PDAS|DAS|A\/S|U\/S|Secretary|Director|from|with)[ ,:]{1,2}$/;
const AFTER =
  /^[ ,]{1,2}(?:[Bb]ureau|BUREAU|Assistant|A\/S|DAS|PDAS|[Dd]esk|DESK|[Dd]eputy|[Oo]fficer|[Dd]irector|[Oo]ffice)\b/;

/** Whether a bare symbol (`EAP`, `INR`) is meant as an office: the words beside it say so (table notes, "How to match a token", 4). */
export const namesOffice = (text: string, { start, end }: { start: number; end: number }, symbol: string): boolean =>
  isOffice(symbol) &&
  (BEFORE.test(text.slice(Math.max(0, start - 16), start)) || AFTER.test(text.slice(end, end + 16)));
