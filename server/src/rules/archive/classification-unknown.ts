import { LEVELS, levelOf } from '../../model/classification';
import { span } from '../../model/fields';
import type { MessageView } from '../../model/view';
import { editDistance } from '../../text/edit-distance';
import { saysNoforn, saysSensitive } from '../facts/levels';
import { isDate, isShifted, preambleDate } from '../facts/preamble';
import { isRedacted, propose, rule } from '../rule';
import { CONFIDENTIAL } from '../specimens';

const OFFICIAL = '//FOR OFFICIAL USE ONLY';
const NOFORN = '//NOFORN';
const KNOWN =
  /^(?:UNCLASSIFIED|LIMITED OFFICIAL USE|CONFIDENTIAL|SECRET|TOP SECRET)(?:\/\/(?:FOR OFFICIAL USE ONLY|NOFORN)){0,2}$/i;
const USUAL = LEVELS.flatMap((level) => [level, level + NOFORN, level + OFFICIAL]);
/** Slips that a value may be away from what was written. */
const SLIPS = 3;

/** What the archive writes for this cable; null where its level is not known. */
function expected(view: MessageView): string | null {
  if (!view.level) return null;
  if (view.isClassified) return view.level + (saysNoforn(view) ? NOFORN : '');
  return view.level + (view.level === 'UNCLASSIFIED' && saysSensitive(view) ? OFFICIAL : '');
}

/** The value that comes near what was written: that of the cable and no other, where the cable gives one. */
function likely(view: MessageView, text: string): string | null {
  const right = expected(view);
  if (right !== null && levelOf(text) === view.level) return right;
  let least = SLIPS + 1;
  let nearest: string | null = null;
  for (const value of right === null ? USUAL : [right]) {
    const distance = editDistance(text.toUpperCase(), value, SLIPS);
    if (distance < least) [least, nearest] = [distance, value];
  }
  return nearest;
}

export const classificationUnknown = rule({
  name: 'archive/classification-unknown',
  severity: 'warning',
  format: ['1.1', '3.2'],
  message: '`{text}` is not a classification of this archive.',
  why: 'The archive writes one of five levels in full, perhaps with `//FOR OFFICIAL USE ONLY` or `//NOFORN`. Silent where a line of the preamble was lost, as another line then stands here.',
  fix: 'Proposes the value for this cable, or the nearest where its level is not known; none where the two are not alike.',
  bad: [
    [CONFIDENTIAL, 'CONFIDENTIAL\n', '«CONFIDENTAL»\n'],
    [CONFIDENTIAL, 'CONFIDENTIAL\n', '«C O N F I D E N T I A L»\n'],
    [CONFIDENTIAL, 'CONFIDENTIAL\n', '«CONFIDENTIAL/NOFORN»\n', 'SIPDIS\n', 'NOFORN\nSIPDIS\n'],
    [CONFIDENTIAL, 'CONFIDENTIAL\n', '«COSMIC»\n'],
  ],
  good: [
    [CONFIDENTIAL],
    [CONFIDENTIAL, 'CONFIDENTIAL\n', 'CONFIDENTIAL//NOFORN\n'],
    [CONFIDENTIAL, 'CONFIDENTIAL\n', 'Confidential\n'],
    [CONFIDENTIAL, 'Tue Dec 12 00:00:00 +0100 2006\n', ''],
    [
      CONFIDENTIAL,
      'Tue Dec 12 00:00:00 +0100 2006\n',
      '',
      'CONFIDENTIAL\n',
      'CONFIDENTIAL\nTue Dec 12 00:00:00 +0100 2006\n',
    ],
  ],
  check(view, report) {
    const field = view.preamble('preamble-classification');
    if (!field) return;
    const text = view.folded(field);
    if (KNOWN.test(text) || isRedacted(text) || isShifted(view)) return;
    // The two lines changed places: `archive/date-invalid` tells of it.
    if (isDate(text) && !preambleDate(view)?.date) return;
    const value = likely(view, text);
    report(span(field), { text }, { fix: value === null ? null : propose(span(field), value) });
  },
});
