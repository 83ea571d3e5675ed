import { rule } from '../rule';
import { RECORD } from '../specimens';

export const textUnavailable = rule({
  name: 'archive/text-unavailable',
  severity: 'information',
  format: ['1.4'],
  message: 'The record says its text could not be kept.',
  why: 'Of some records of 1973-79 only the attributes were kept, and their Locator says why: unretrievable, garbled, not converted, on microfilm. Nothing is then reported as missing.',
  bad: [
    [RECORD, 'Locator: TEXT ON-LINE', 'Locator: «TEXT ON MICROFILM, ADS TEXT UNRETRIEVABLE»'],
    [RECORD, 'Locator: TEXT ON-LINE', 'Locator: «ADS TEXT GARBLED»'],
  ],
  good: [
    [RECORD],
    [RECORD, 'Locator: TEXT ON-LINE', 'Locator: TEXT ON-LINE, ON MICROFILM'],
    [RECORD, 'Locator: TEXT ON-LINE', 'Locator: n/a'],
    [RECORD, 'Locator: TEXT ON-LINE\n', ''],
  ],
  check(view, report) {
    const { isFirst, cable } = view;
    if (!isFirst || !cable.trailer) return;
    for (const field of cable.trailer.fields) {
      if (!/^Locator$/i.test(view.text(field.label))) continue;
      const text = view.folded(field);
      if (/TEXT ON-LINE/i.test(text) || !/UNRETRIEVABLE|NOT CONVERTED|GARBLED|MICROFILM/i.test(text)) continue;
      report({ start: field.value, end: field.children.findLast(({ kind }) => kind === 'text')!.end });
    }
  },
});
