import { isKnownPost } from '../../data/posts';
import { remembered } from '../../data/tables';
import { type Caption, captionNames } from '../../model/captions';
import type { MessageView } from '../../model/view';
import { editDistance } from '../../text/edit-distance';
import { lastFrom } from '../../text/sorted';
import { isRedacted, propose, rule } from '../rule';
import { CONFIDENTIAL, DRAFT, UNCLASSIFIED } from '../specimens';

export const captionUnknown = rule({
  name: 'header/caption-unknown',
  severity: 'information',
  format: ['3.3'],
  message: '`{caption}` is not in the caption list.',
  messages: { near: '`{caption}` is not in the caption list. {near}?' },
  why: 'Captions come from a list; nobody obeys one that is misspelt. Silent for lines that pass the cable on, for marks of other services such as `ORCON`, and for redacted lines.',
  fix: 'Writes the nearest caption of the list, where one is near.',
  bad: [
    [CONFIDENTIAL, 'SIPDIS\n', '«SIPDS»\n'],
    [DRAFT, 'SENSITIVE\n', 'SENSITIVE\n«DISENT CHANNEL»\n'],
    [UNCLASSIFIED, 'SIPDIS\n', '«BY HAND TODAY»\n'],
  ],
  good: [
    [CONFIDENTIAL, 'SIPDIS\n', 'FOR AMBASSADOR EXAMPLE ONLY\n'],
    [CONFIDENTIAL, 'SIPDIS\n', 'CODEL EXAMPLE\nC O R R E C T E D  C O P Y (PARA 2)\n'],
    [UNCLASSIFIED, 'SIPDIS\n', 'SIPDIS\n\nPARIS PASS USOECD\nROME ALSO FOR FAO\n'],
    [CONFIDENTIAL, 'FOR EUR/WE\n', 'FOR\nTREASURY ATTACHE\n'],
    [CONFIDENTIAL, 'SIPDIS\n', 'XXXXXXXXXXXX\n'],
    [CONFIDENTIAL, 'SIPDIS\n', 'ORCON\n'],
    [CONFIDENTIAL, 'FOR EUR/WE\n', 'USDOC 4212/ITA/EUR\n'],
  ],
  check(view, report) {
    for (const caption of view.captions) {
      const { known, text } = caption;
      if (known || isRedacted(text) || OTHER.test(text) || isRouting(view, caption)) continue;
      // Post and number that belong to the line above are another finding (header/mrn-missing).
      if (isKnownPost(text.replace(/ \d{4,6}$/, ''))) continue;
      const near = nearest(text.toUpperCase());
      report(
        caption,
        { caption: text, near: near ?? '' },
        near ? { as: 'near', fix: view.caption(near) ? null : propose(caption, near) } : {},
      );
    }
  },
});

/** Notices, addressees and offices, the number of a travelling party, marks of intelligence services. */
const OTHER =
  /\bONLY$|C ?O ?P ?Y|\b(?:FOR|FROM|PASS|PLEASE|REPEAT)\b|\/|^(?:TOSEC|SECTO|NOCONTRACT|ORCON|PROPIN|WNINTEL)\b/i;

/** A line directly below one of `FOR` or `PASS` goes on with it. */
function isRouting(view: MessageView, { start }: Caption): boolean {
  const line = lastFrom(view.fields('caption'), start);
  return (
    line !== undefined && start < line.end && lastFrom(view.fields('attention'), line.start - 1)?.end === line.start
  );
}

/** The one caption that comes nearest, if one is near. */
const nearest = remembered((text: string): string | null => {
  let best: string[] = [];
  let least = 3;
  for (const name of captionNames()) {
    const distance = editDistance(name, text, 2);
    if (distance > (name.length > 6 ? 2 : 1) || distance > least) continue;
    if (distance < least) best = [];
    least = distance;
    best.push(name);
  }
  return best.length === 1 ? best[0]! : null;
});
