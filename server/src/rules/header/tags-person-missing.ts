import { rule } from '../rule';
import { CONFIDENTIAL, DRAFT, RECORD, SMART } from '../specimens';

export const tagsPersonMissing = rule({
  name: 'header/tags-person-missing',
  severity: 'information',
  style: true,
  format: ['3.6'],
  message: "{code} needs the visitor's name.",
  why: 'A cable on the visit of a prominent person names the visitor among the TAGS: `OVIP (BELL, ADA)`. Silent where a name stands without brackets, and for parts of a cable.',
  bad: [
    [CONFIDENTIAL, 'PREL, ECON, IT', 'PREL, «OVIP», IT'],
    [RECORD, 'TAGS: EAIR, TU\nSUBJ', 'TAGS: «OVIP», EAIR, TU\nSUBJ'],
  ],
  good: [
    [CONFIDENTIAL, 'PREL, ECON, IT', 'PREL, OVIP (BELL, ADA), IT'],
    [DRAFT, 'EFIS SENV IT', 'OVIP BELL ADA EFIS IT'],
    [SMART, 'ECON, ETRD, PO', 'ECON, OVIP, BELL, PO'],
    ['TAGS: OVIP, IT\n'],
  ],
  check(view, report) {
    if (view.partial) return;
    const at = view.tags.findIndex(({ code }) => code === 'OVIP');
    if (at < 0 || view.tags[at + 1]?.kind === 'unknown' || view.tags.some(({ kind }) => kind === 'person')) return;
    report(view.tags[at]!, { code: 'OVIP' });
  },
});
