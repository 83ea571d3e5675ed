import { breakLine } from '../../rewrite/header-lines';
import { rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED, UNCLASSIFIED } from '../specimens';

export const subjectSwallowedLine = rule({
  name: 'header/subject-swallowed-line',
  severity: 'warning',
  format: ['3.7', '6'],
  message: '{label} begins inside the subject: `...{text}`.',
  messages: { line: '{label} begins inside the line before: `...{text}`.' },
  why: 'A line break was lost, and the label that follows it is hidden inside the text before. Silent where a blank stands before the label.',
  fix: 'Inserts the line break.',
  bad: [
    [TRANSMITTED, 'A BELL\nREF:', 'A BELL«REF»:'],
    [CONFIDENTIAL, '05 STATE 12345\n\nClassified By:', '05 STATE 12345«Classified By»:'],
    [UNCLASSIFIED, 'PREL, IT\nSUBJECT:', 'PREL, IT«SUBJECT»:'],
  ],
  good: [
    [TRANSMITTED, 'A BELL\nREF:', 'A BELL REF:'],
    [UNCLASSIFIED, 'N/A\nTAGS:', 'N/A TAGS:'],
    [UNCLASSIFIED, 'A BELL', 'A BELL AND ITS REF TO TAGS'],
  ],
  check(view, report) {
    const all = view.message.header?.fields ?? [];
    for (const [i, field] of all.entries()) {
      if (field.reading !== 'swallowed' || i === 0) continue;
      const before = all[i - 1]!;
      const text = view.text({ start: Math.max(before.start, field.label.start - 20), end: field.children[0]!.end });
      report(
        field.label,
        { label: view.text(field.label), text: text.slice(0, 50).trim() },
        {
          ...(before.kind !== 'subject' && { as: 'line' }),
          fix: { title: 'Insert a line break', edits: [breakLine(view, field.label.start)] },
        },
      );
    }
  },
});
