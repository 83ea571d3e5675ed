import { token } from '../../model/fields';
import { dateOf, isUtc } from '../facts/days';
import { dtgDay, dtgSpan, written } from '../facts/shared';
import { rule } from '../rule';
import { RECORD } from '../specimens';

/** `ddhhmmZ` on either side of the station's six digits. */
const FILED = /(?<!\d)(0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\dZ\b/i;
/** Days that may lie between writing and filing. */
const LATEST = 2;

export const filingDateAad = rule({
  name: 'xref/filing-date-aad',
  severity: 'information',
  format: ['5.2', '1.4'],
  message: 'The filing day in the dash line is not the day of the date-time group or the next two.',
  why: 'The dash line above the date-time group says when the station filed the message; its month is that of the date-time group, or the next where the month ends between them. Silent before December 1976, when the line had no filing time, and where either time cannot be read.',
  bad: [
    [RECORD, '------141603Z', '------«18»1603Z'],
    [RECORD, '------141603Z 054819', '------054819 «13»1603Z'],
    [RECORD, '------141603Z', '------«03»1603Z', 'O 141415Z', 'O 311415Z'],
  ],
  good: [
    [RECORD],
    [RECORD, '------141603Z', '------161603Z'],
    [RECORD, '------141603Z', '------020010Z', 'O 141415Z', 'O 312355Z'],
    [RECORD, '------141603Z', '------010010Z', 'O 141415Z DEC 76', 'O 282355Z FEB 77'],
    [RECORD, '------141603Z 054819', '------  181603'],
    [RECORD, '------141603Z', '------181603Z', 'O 141415Z DEC', 'O 144515Z DEC'],
  ],
  check(view, report) {
    const field = view.fields('dash-line')[0];
    const dtg = field ? dtgDay(view) : null;
    const filed = field && FILED.exec(view.text(field));
    if (!field || !filed || dtg === null || !isUtc(view)) return;
    for (let later = 0; later <= LATEST; later++) if (dateOf(dtg + later).getUTCDate() === Number(filed[1])) return;
    report(token(filed[1]!, field.start + filed.index), null, {
      related: { ...dtgSpan(view)!, message: `The date-time group says ${written(dtg)}.` },
    });
  },
});
