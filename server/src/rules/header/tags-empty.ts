import { span } from '../../model/fields';
import { rule } from '../rule';
import { CONFIDENTIAL, DRAFT, RECORD, SMART } from '../specimens';

export const tagsEmpty = rule({
  name: 'header/tags-empty',
  severity: 'warning',
  format: ['3.6'],
  message: 'No TAGS given.',
  why: 'TAGS file the cable: without them it is not found again. Silent where another TAGS line has some.',
  bad: [
    [CONFIDENTIAL, 'TAGS: PREL, ECON, IT', '«TAGS:»'],
    [DRAFT, 'TAGS: EFIS SENV IT', '«TAGS:» '],
    [SMART, 'TAGS: ECON, ETRD, PO', '«TAGS:»'],
  ],
  good: [
    [CONFIDENTIAL, 'TAGS: PREL, ECON, IT', 'TAGS:\nTAGS: PREL, IT'],
    [RECORD, 'TAGS: EAIR, TU\nSUBJ', 'TAGS: N/A\nSUBJ'],
    [CONFIDENTIAL, 'TAGS: PREL, ECON, IT\n', ''],
  ],
  check(view, report) {
    const all = view.fields('tags');
    if (all.length && all.every((field) => view.folded(field) === '')) report(span(all[0]!));
  },
});
