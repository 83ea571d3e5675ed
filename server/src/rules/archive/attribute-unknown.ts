import { isRedacted, rule } from '../rule';
import { RECORD } from '../specimens';

const ATTRIBUTES =
  /^(?:Automatic Decaptioning|Capture Date|Channel Indicators?|Concepts|Control Number|Copy|Current .*|Decaption .*|Disposition .*|Document (?:Number|Source|Unique ID)|ISecure|Sent Date|Draft Date|Drafter|Enclosure|Errors|Executive Order|Film Number|Format|From|Handling Restrictions|Image Path|Legacy Key|Line Count|Litigation .*|Locator|Markings|Media|Message ID|Office|Original .*|Page Count|Previous .*|Reference|Retention|Review .*|Schema|Secure|Status|Subject|TAGS|To|Type)$/i;

export const attributeUnknown = rule({
  name: 'archive/attribute-unknown',
  severity: 'information',
  format: ['1.4'],
  message: '`{key}` is not an attribute of this archive.',
  why: 'The archive of 1973-79 uses about 65 names of attributes. Words in capitals before a colon are silent: a value in capitals, such as a subject, may run on from the first column.',
  bad: [
    [RECORD, 'Capture Date:', '«Captured»:'],
    [RECORD, 'Locator: TEXT ON-LINE', 'Locator: TEXT ON-LINE\n«Shelf»: n/a'],
  ],
  good: [
    [RECORD],
    [RECORD, 'Type: TE', 'Type: TE\nReview Markings: n/a\nDisposition Case Number: n/a\nISecure: 1'],
    [
      RECORD,
      'Subject: CIVIL AVIATION CONSULTATIONS\nTAGS: EAIR',
      'Subject: CIVIL AVIATION CONSULTATIONS\nANKARA: NEXT ROUND\nTAGS: EAIR',
    ],
  ],
  check(view, report) {
    const { isFirst, cable } = view;
    if (!isFirst || !cable.trailer) return;
    for (const { label } of cable.trailer.fields) {
      const key = view.text(label);
      if (!ATTRIBUTES.test(key) && key !== key.toUpperCase() && !isRedacted(key)) report(label, { key });
    }
  },
});
