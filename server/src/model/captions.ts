/** Captions (FORMAT 3.3). */
import type { Cable, Message } from '../syntax/tree';
import { readClassificationLine } from './classification';
import { fields, memo, type Token, token, valueText } from './fields';

export interface Caption extends Token {
  /** `SIPDIS`, `CODEL`...; null for a caption that is not in the list. */
  readonly known: string | null;
}

/** Meaning of each caption; longest first, as one may begin another. */
export const CAPTIONS: Readonly<Record<string, string>> = {
  'AGREMENT CHANNEL': 'Ambassador and Secretary on agrément; never with NODIS or EXDIS',
  'DIRGEN CHANNEL': 'For the Director General; no other caption goes with it',
  'ROGER CHANNEL': 'Intelligence matters, for the Bureau of Intelligence and Research',
  'DISSENT CHANNEL': 'A dissenting opinion, for Policy Planning',
  'DS CHANNEL': 'For Diplomatic Security',
  'MED CHANNEL': 'For the Office of Medical Services',
  'TM CHANNEL': 'A restricted channel (name only is known)',
  'HR CHANNEL': 'For Human Resources',
  'INFORM ALL STATE EMPLOYEES': 'To be made known to all employees',
  'INFORM CONSULS': 'To be made known to consular officers',
  'OFFICIAL INFORMAL': 'Informal exchange between offices; must stand in the SUBJECT line too',
  'SPECAT EXCLUSIVE': 'Military: equal to NODIS',
  'EYES ONLY': 'For the addressee only',
  'VISAS DONKEY': 'Security advisory on visas',
  'VISAS MANTIS': 'Security advisory on visas (technology transfer)',
  SIPDIS: 'May be posted to the inter-agency secret network (SIPRNet)',
  SENSITIVE: 'Makes an UNCLAS cable sensitive but unclassified (SBU)',
  NODIS: 'No distribution beyond the addressee without the Executive Secretariat; the most restrictive caption',
  EXDIS: 'Exclusive distribution, to those with an essential need to know',
  STADIS: 'Distribution within the Department of State only',
  LIMDIS: 'Limited distribution, to those who need it',
  NOFORN: 'Not releasable to foreign nationals',
  CHEROKEE: '1970s: for the Secretary and the White House',
  CONDIS: '1970s: controlled distribution',
  TERREP: 'Terrorism report',
  AIDAC: 'Traffic of the Agency for International Development',
  STAFFDEL: 'Visit of congressional staff',
  CODEL: 'Visit of a congressional delegation',
  VISAS: 'Security advisory on visas',
  SPECAT: 'Military: equal to EXDIS',
};
const NAMES = Object.keys(CAPTIONS);
const PATTERN = new RegExp(`\\b(?:${NAMES.join('|')})\\b`, 'gi');

/** The captions written in a text, known ones first; `whole`: when none is known the text itself is one. */
export function readCaptions(text: string, base: number, whole: boolean): Caption[] {
  const found = Array.from(
    text.matchAll(PATTERN),
    (match): Caption => ({ ...token(match[0].toUpperCase(), base + match.index), known: match[0].toUpperCase() }),
  );
  // CODEL and STAFFDEL are followed by a name that belongs to them.
  const named = /^(?:CODEL|STAFFDEL) [A-Z].*$/i.exec(text.trim());
  if (named && found[0]) return [{ ...token(named[0], found[0].start), known: found[0].known }];
  if (found.length || !whole) return found;
  const trimmed = text.trim();
  return trimmed ? [{ ...token(trimmed, base + text.indexOf(trimmed)), known: null }] : [];
}

/** Captions of a message in their order: on the classification line, on their own lines, among the TAGS. */
export const captions = memo((message: Message, cable: Cable): readonly Caption[] => {
  const all: Caption[] = [];
  for (const each of message.header?.fields ?? []) {
    if (each.kind === 'classification') {
      const line = readClassificationLine(cable, each);
      for (const word of line.handling)
        if (word.text.toUpperCase() in CAPTIONS)
          all.push({ ...word, text: word.text.toUpperCase(), known: word.text.toUpperCase() });
      if (line.suffix) all.push(...readCaptions(line.suffix, each.children[0]!.end - line.suffix.length, false));
    } else if (each.kind === 'caption') {
      const { text, base } = valueText(cable, each);
      all.push(...readCaptions(text, base, true));
    } else if (each.kind === 'tags') {
      const { text, base } = valueText(cable, each);
      all.push(...readCaptions(text, base, false));
    }
  }
  return all;
});

/** Whether a message is marked SENSITIVE, which makes an unclassified cable SBU. */
export const isSensitive = (view: { cable: Cable; message: Message }): boolean =>
  captions(view.message, view.cable).some(({ known }) => known === 'SENSITIVE') ||
  fields(view.message, 'classification').some((each) =>
    readClassificationLine(view.cable, each).handling.some(({ text }) =>
      /^(?:SENSITIVE|SBU|FOUO|FOR OFFICIAL USE ONLY)$/i.test(text),
    ),
  );
