import { span } from '../../model/fields';
import type { MessageView, TagsLine } from '../../model/view';
import { deleteLines } from '../../rewrite/header-lines';
import { deleteCode } from '../facts/tag-codes';
import { type Fix, more, rule } from '../rule';
import { CONFIDENTIAL, DRAFT, RECORD, TRANSMITTED } from '../specimens';

export const tagsDuplicate = rule({
  name: 'header/tags-duplicate',
  severity: 'information',
  tag: 'unnecessary',
  format: ['3.6', '6'],
  message: '{code} is repeated.',
  messages: { lines: 'The TAGS are repeated.{more}' },
  why: 'Each code is given once. A list that is repeated for each section is one finding.',
  fix: 'Deletes the code with its separator, or the line that only repeats others.',
  bad: [
    [CONFIDENTIAL, 'PREL, ECON, IT', 'PREL, ECON, «PREL», IT'],
    [DRAFT, 'EFIS SENV IT', 'EFIS SENV IT «SENV»'],
    [TRANSMITTED, 'PREL, ECON, IT', 'PREL, ECON,\n      «ECON», IT'],
    [TRANSMITTED, 'PREL, ECON, IT', 'PREL, IT,\n      «PREL»'],
    [RECORD, 'TAGS: EAIR, TU\nSUBJ', 'TAGS: EAIR, TU\n«TAGS: EAIR, TU»\nTAGS: EAIR, TU\nSUBJ'],
  ],
  good: [
    [CONFIDENTIAL, 'PREL, ECON, IT', 'PREL, ECON, IT\nTAGS: PGOV, IT'],
    [CONFIDENTIAL, 'PREL, ECON, IT', 'PREL, ECONPREL, IT'],
    [RECORD],
  ],
  check(view, report) {
    if (new Set(view.tags.map(({ code }) => code)).size === view.tags.length) return;
    const given = new Set<string>();
    const repeats: TagsLine[] = [];
    for (const [i, line] of view.tagsLines.entries()) {
      const { field, tags } = line;
      if (i > 0 && tags.filter(({ code }) => given.has(code)).length > 1) {
        repeats.push(line);
        continue;
      }
      const here = new Set<string>();
      for (const tag of tags) {
        // Codes written together are split without those that are there (header/tags-run-on).
        if (here.has(tag.code) && tag.correction !== 'run-on')
          report(
            tag,
            { code: tag.code },
            { fix: { title: `Delete the second ${tag.code}`, edits: [deleteCode(view, field, tag)] } },
          );
        here.add(tag.code);
        given.add(tag.code);
      }
    }
    if (repeats.length)
      report(
        span(repeats[0]!.field),
        { more: more(repeats) },
        {
          as: 'lines',
          fix: repeats.every(({ tags }) => tags.every(({ code }) => given.has(code))) ? deleteAll(view, repeats) : null,
        },
      );
  },
});

/** The lines of the codes only: page lines between them stay. Null where one shares its line with something else. */
function deleteAll(view: MessageView, repeats: readonly TagsLine[]): Fix | null {
  const lines = repeats.flatMap(({ field }) => field.children.filter(({ kind }) => kind === 'text'));
  const edits = lines.map((line) => deleteLines(view, line));
  const isAlone = edits.every(({ start, end }, i) => start === lines[i]!.start && end === lines[i]!.next);
  return isAlone ? { title: 'Delete the repeated TAGS', edits } : null;
}
