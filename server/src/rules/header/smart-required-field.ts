import { span } from '../../model/fields';
import type { FieldKind } from '../../syntax/tree';
import { rule } from '../rule';
import { SMART, UNCLASSIFIED } from '../specimens';

const REQUIRED: readonly (readonly [kind: FieldKind, label: string])[] = [
  ['mrn', 'MRN'],
  ['fl5', 'Date/DTG'],
  ['from', 'From'],
  ['to', 'Action'],
  ['eo', 'E.O.'],
  ['tags', 'TAGS'],
  ['subject', 'Subject'],
];

export const smartRequiredField = rule({
  name: 'header/smart-required-field',
  severity: 'error',
  format: ['1.5'],
  message: '{label} is missing.',
  why: 'An archive message must carry identifier, date, originator, action addressee, executive order, TAGS and subject (5 FAM 1210). A value of `Unknown` is enough; other layouts have rules of their own.',
  bad: [
    [SMART, 'E.O.: 13526\n', '', 'MRN: 15 LISBON 321', '«MRN: 15 LISBON 321»'],
    [SMART, 'Action: WASHDC, SECSTATE ROUTINE\n', '', 'MRN: 15 LISBON 321', '«MRN: 15 LISBON 321»'],
    [SMART, 'Subject: PORTUGAL: ELECTRIC FERRIES\n', '', 'MRN: 15 LISBON 321', '«MRN: 15 LISBON 321»'],
  ],
  good: [
    [SMART, 'E.O.: 13526', 'E.O.: Unknown'],
    [SMART, 'Action: WASHDC', 'To: WASHDC'],
    [UNCLASSIFIED, 'TAGS: PREL, IT\n', ''],
  ],
  check(view, report) {
    const fields = view.layout === 'smart' && view.isFirst ? view.message.header?.fields : null;
    if (!fields?.length) return;
    const at = span(view.fields('mrn')[0] ?? fields[0]!);
    for (const [kind, label] of REQUIRED) if (!view.has(kind)) report(at, { label });
  },
});
