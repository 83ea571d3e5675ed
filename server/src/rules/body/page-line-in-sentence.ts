import type { Line } from '../../syntax/tree';
import { ENDS_SENTENCE, inked, inkOf, isDraftOrRecord } from '../facts/shared';
import { more, rule } from '../rule';
import { CONFIDENTIAL, RECORD } from '../specimens';

export const pageLineInSentence = rule({
  name: 'body/page-line-in-sentence',
  severity: 'off',
  format: ['4.5'],
  message: 'The page line interrupts a sentence{more}.',
  why: 'Relays put a page line after a number of lines, also in the middle of a sentence: the text goes on below it. Off, as this is how cables are; for those who prepare a text for reading.',
  bad: [
    [
      CONFIDENTIAL,
      'It rang twice; see para 1.\n\nROME 00000001  002 OF 002',
      'It rang\n\n«ROME 00000001  002 OF 002»\n\n\ntwice; see para 1.',
    ],
    [
      RECORD,
      'MET IN ANKARA AS PROPOSED REFTEL.\n\n                          CONFIDENTIAL\n\nPAGE 02        ANKARA  01204  141530Z\n',
      'MET IN ANKARA AS\n\n                          CONFIDENTIAL\n\n«PAGE 02        ANKARA  01204  141530Z»\n\nPROPOSED REFTEL.\n',
    ],
    [
      CONFIDENTIAL,
      '3.  (C) It stopped.',
      '3.  (C) It\n\nROME 00000001  002.2 OF 002\n\n\nstopped.',
      'It rang twice; see para 1.\n\nROME 00000001  002 OF 002',
      'It rang\n\n«ROME 00000001  002 OF 002»\n\n\ntwice; see para 1.',
    ],
  ],
  good: [
    [CONFIDENTIAL],
    [RECORD],
    [
      CONFIDENTIAL,
      'see para 1.\n\nROME 00000001  002 OF 002',
      'see para 1.\n\nROME 00000001  002 OF 002\n\n\nIt rang again.',
    ],
  ],
  check(view, report) {
    if (!isDraftOrRecord(view)) return;
    const found: Line[] = [];
    for (const section of view.message.body.sections)
      for (const { children } of section.paragraphs) {
        let before: Line | null = null;
        let page: Line | null = null;
        for (const line of children) {
          if (line.kind === 'page') page ??= line;
          else if (line.kind === 'text' || line.kind === 'list-item') {
            if (page && before && !ENDS_SENTENCE.test(inkOf(view, before))) found.push(page);
            before = line;
            page = null;
          }
        }
      }
    if (found.length) report(inked(view, found[0]!), { more: more(found) });
  },
});
