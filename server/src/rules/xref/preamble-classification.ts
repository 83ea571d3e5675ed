import { isClassified } from '../../model/classification';
import { span, type Token } from '../../model/fields';
import type { MessageView } from '../../model/view';
import {
  type Archived,
  archived,
  FL4_LETTERS,
  levelDiffers,
  portions,
  saysNoforn,
  saysSensitive,
  sbuUnsaid,
} from '../facts/levels';
import { propose, rule } from '../rule';
import { CONFIDENTIAL, UNCLASSIFIED } from '../specimens';

const OFFICIAL = /OFFICIAL USE/i;
const NOFORN = /NOFORN/i;
const CAVEAT = /^(?:FOR OFFICIAL USE ONLY|NOFORN)$/i;
const ARCHIVED =
  '06ROME1\nA BELL\nTue Dec 12 00:00:00 +0100 2006\nUNCLASSIFIED//FOR OFFICIAL USE ONLY\nEmbassy Rome\nR 121200Z';

export const preambleClassification = rule({
  name: 'xref/preamble-classification',
  severity: 'error',
  format: ['5.2', '1.1', '3.2'],
  message: 'The preamble says {said}, the cable {level}.',
  messages: { caveat: 'The preamble says {said}, the cable is {right}.' },
  why: 'The archive files a cable under its level; a SENSITIVE one as `UNCLASSIFIED//FOR OFFICIAL USE ONLY`. Where only the caveat differs it is information. Limited official use is filed as unclassified.',
  fix: "Proposes the cable's level and caveat for the preamble; none where FL4 sides with the preamble.",
  bad: [
    [CONFIDENTIAL, '\nCONFIDENTIAL\n', '\n«SECRET»\n'],
    [UNCLASSIFIED, 'R 121200Z', ARCHIVED.replace('UNCLASSIFIED//', '«CONFIDENTIAL»//')],
    [UNCLASSIFIED, 'R 121200Z', ARCHIVED.replace('UNCLASSIFIED//FOR OFFICIAL USE ONLY', '«UNCLASSIFIED»')],
    [
      UNCLASSIFIED,
      'R 121200Z',
      ARCHIVED.replace('FOR OFFICIAL USE ONLY', '«FOR OFFICIAL USE ONLY»'),
      'SENSITIVE\n',
      '',
      '(SBU)',
      '(U)',
    ],
    [CONFIDENTIAL, '\nCONFIDENTIAL\n', '\nCONFIDENTIAL//«NOFORN»\n'],
    [CONFIDENTIAL, 'C O N F I D E N T I A L', 'S E C R E T', '\nCONFIDENTIAL\n', '\n«CONFIDENTIAL»\n'],
  ],
  good: [
    [CONFIDENTIAL],
    [UNCLASSIFIED, 'R 121200Z', ARCHIVED],
    [UNCLASSIFIED, 'R 121200Z', ARCHIVED, 'UNCLAS ROME', 'LIMITED OFFICIAL USE ROME'],
    [CONFIDENTIAL, '\nCONFIDENTIAL\n', '\nCONFIDENTIAL//NOFORN\n', 'SIPDIS\n', 'NOFORN\nSIPDIS\n'],
    [UNCLASSIFIED, 'R 121200Z', ARCHIVED, 'SENSITIVE\n', ''],
    [UNCLASSIFIED, 'R 121200Z', ARCHIVED.replace('FOR OFF', 'FOR OF')],
    [UNCLASSIFIED, 'R 121200Z', ARCHIVED, 'SENSITIVE\n', 'SENSTIVE\n'],
  ],
  check(view, report) {
    const archive = archived(view);
    const { classification, level } = view;
    if (!archive || !classification || !level) return;
    const { start, end } = classification.word;
    const related = { start, end, message: `The cable is ${level}.` };
    const said = archive.whole.text;
    if (levelDiffers(view)) {
      const fix = sidesWithArchive(view, archive) ? null : propose(archive.whole, rightText(view, archive));
      report(archive, { said, level }, { related, fix });
      return;
    }
    const other = otherCaveat(view, archive);
    if (other)
      report(
        other.at ?? span(archive.field),
        { said, right: other.right },
        { severity: 'information', as: 'caveat', related, fix: propose(archive.whole, rightText(view, archive)) },
      );
  },
});

/** A caveat that only one of the two has; `at`: where it is in the preamble. */
function otherCaveat(view: MessageView, { caveats }: Archived): { at: Token | null; right: string } | null {
  // A misspelt caveat is reported as such (archive/classification-unknown).
  if (!caveats.every(({ text }) => CAVEAT.test(text))) return null;
  const official = caveats.find(({ text }) => OFFICIAL.test(text)) ?? null;
  if (view.level === 'UNCLASSIFIED') {
    if (!official) return view.isSensitive ? { at: null, right: 'SENSITIVE' } : null;
    // SBU paragraphs without the caption are one finding, told there.
    return saysSensitive(view) || sbuUnsaid(view).length ? null : { at: official, right: 'not SENSITIVE' };
  }
  if (!isClassified(view.level)) return null;
  const noforn = caveats.find(({ text }) => NOFORN.test(text));
  return noforn && !isNoforn(view) ? { at: noforn, right: 'not NOFORN' } : null;
}

/** The header says so, or should (`xref/noforn-portion`). */
const isNoforn = (view: MessageView): boolean => saysNoforn(view) || portions(view).marks.some((mark) => mark.isNoforn);

/** The line as the archive writes it for this cable. */
function rightText(view: MessageView, { caveats }: Archived): string {
  const level = view.level === 'LIMITED OFFICIAL USE' ? 'UNCLASSIFIED' : view.level!;
  const isOfficial = level !== view.level || (level === 'UNCLASSIFIED' && saysSensitive(view));
  const parts: string[] = [level];
  if (isOfficial) parts.push('FOR OFFICIAL USE ONLY');
  for (const { text } of caveats) if (!OFFICIAL.test(text) && (!NOFORN.test(text) || isNoforn(view))) parts.push(text);
  return parts.join('//');
}

/** FL4 protects the cable as the archive files it: then it is the classification line that stands alone. */
const sidesWithArchive = (view: MessageView, { level }: Archived): boolean => {
  const letter = view.has('fl4') && view.fl4?.mark?.text[0]?.toUpperCase();
  return !!letter && FL4_LETTERS[level].includes(letter);
};
