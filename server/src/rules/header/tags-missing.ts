import { span } from '../../model/fields';
import { insertHeaderLine } from '../../rewrite/header-lines';
import { hasHeader, isFrom } from '../facts/shared';
import { attribute } from '../facts/wrapper';
import { rule } from '../rule';
import { CONFIDENTIAL, DRAFT, RECORD, UNCLASSIFIED } from '../specimens';

export const tagsMissing = rule({
  name: 'header/tags-missing',
  severity: 'warning',
  format: ['3.1', '3.6'],
  message: 'The TAGS line is missing.',
  why: 'Since March 1973 the TAGS file a cable by subject and place; without them it is found by its words alone. Silent for earlier cables, for drafts without a transmission header and where the header itself is missing.',
  fix: 'Inserts the TAGS that the attributes of a record repeat; no fix where only the drafter knows them.',
  bad: [
    [UNCLASSIFIED, 'TAGS: PREL, IT\n', '', 'UNCLAS ROME 000001', '«UNCLAS ROME 000001»'],
    [RECORD, 'TAGS: EAIR, TU\n', '', 'C O N F I D E N T I A L ANKARA 1204', '«C O N F I D E N T I A L ANKARA 1204»'],
    [
      RECORD,
      'E.O. 11652: GDS\nTAGS: EAIR, TU\nSUBJ',
      'E.O. 11652: GDS\n\nSUBJ',
      'C O N F I D E N T I A L ANKARA 1204',
      '«C O N F I D E N T I A L ANKARA 1204»',
    ],
  ],
  good: [
    [CONFIDENTIAL],
    [DRAFT, 'TAGS: EFIS SENV IT\n', ''],
    [UNCLASSIFIED, 'TAGS: PREL, IT\n', '', 'DEC 06', 'DEC 72'],
    [UNCLASSIFIED, 'TAGS: PREL', 'TAGE: PREL'],
    [UNCLASSIFIED, 'TAGS: PREL, IT', 'PREL, PGOV, IT'],
  ],
  check(view, report) {
    if (!hasHeader(view) || view.has('tags') || !isFrom(view, 1973, 3)) return;
    const tags = attribute(view, 'TAGS');
    const edit = tags === null ? null : insertHeaderLine(view, 'tags', `TAGS: ${tags}`);
    report(span(view.fields('classification')[0]!), null, {
      fix: edit && { title: `Insert TAGS: ${tags}`, edits: [edit] },
    });
  },
});
