import { pad } from '../../model/dates';
import type { Token } from '../../model/fields';
import { ownLine } from '../facts/identity';
import { isMisread } from '../facts/section-count';
import { type Begun, begun } from '../facts/sections';
import { isExtract } from '../facts/shared';
import { type Fix, rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED, UNCLASSIFIED } from '../specimens';

export const sectionUnannounced = rule({
  name: 'xref/section-unannounced',
  severity: 'information',
  format: ['5.2', '3.2', '4.5'],
  message: 'Sections appear in the text but the classification line announces none.',
  why: 'A cable that is sent in sections says so on its classification line. Silent where that line announces sections in whatever form.',
  fix: 'Inserts the section count into the classification line, where all sections of that count are there.',
  bad: [
    [UNCLASSIFIED, 'It stopped.', 'It rang.\n\nROME 00000001  «002 OF 002»\n\nIt stopped.'],
    [CONFIDENTIAL, 'SECTION 01 OF 02 ', '', '002 OF 002', '«002 OF 002»'],
    [UNCLASSIFIED, 'It stopped.', 'It rang.\n\nROME 00000001  «003 OF 004»\n\nIt stopped.'],
  ],
  good: [
    [CONFIDENTIAL],
    [CONFIDENTIAL, 'SECTION 01 OF 02', 'SECTIO 01 F 02'],
    [CONFIDENTIAL, 'SECTION 01 OF 02', 'CECTION 01 OF 02'],
    [UNCLASSIFIED, 'It stopped.', 'It rang.\n\nROME 00000001  001 OF 001\n\nIt stopped.'],
    [TRANSMITTED, 'SECTION 01 OF 02 ', ''],
  ],
  check(view, report) {
    const classification = ownLine(view);
    if (!classification?.post || classification.section || isExtract(view)) return;
    if (view.classificationLines.some((each) => isMisread(view, each))) return;
    const sections = begun(view);
    const first = sections.find(({ number }) => number > 1);
    if (!first) return;
    const { post } = classification;
    report(first, null, {
      related: { ...classification.word, message: 'The classification line announces no sections.' },
      fix: fixOf(post, sections),
    });
  },
});

/** Sections 2 to the last are there, and all name that one as the last. */
function fixOf({ start, text }: Token, sections: readonly Begun[]): Fix | null {
  const total = sections[0]!.total;
  const here = new Set(sections.map(({ number }) => number).filter((number) => number > 1));
  if (!total || here.size !== total - 1 || sections.some((each) => each.total !== total || each.number > total))
    return null;
  const capitals = `SECTION 01 OF ${pad(total)}`;
  const count = /[A-Z]/.test(text) ? capitals : capitals.toLowerCase();
  return { title: `Insert ${count}`, edits: [{ start, end: start, text: `${count} ` }] };
}
