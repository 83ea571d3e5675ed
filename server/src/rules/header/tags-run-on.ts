import { separator, written } from '../facts/tag-codes';
import { replace, rule } from '../rule';
import { CONFIDENTIAL, DRAFT, RECORD } from '../specimens';

export const tagsRunOn = rule({
  name: 'header/tags-run-on',
  severity: 'warning',
  table: true,
  format: ['3.6', '6'],
  message: '`{codes}` looks like several TAGS written together.',
  why: 'Codes need a blank or a comma between them. Silent unless the whole word divides into codes of the table.',
  fix: 'Puts between the codes what stands between the others.',
  bad: [
    [CONFIDENTIAL, 'PREL, ECON, IT', '«PRELECON», IT'],
    [DRAFT, 'EFIS SENV IT', '«EFISSENVIT»'],
    [CONFIDENTIAL, 'PREL, ECON, IT', 'PREL, «ECONPREL», IT'],
  ],
  good: [
    [CONFIDENTIAL, 'PREL, ECON, IT', 'PREL,ECON,IT'],
    [CONFIDENTIAL, 'PREL, ECON, IT', 'PREL, ECONQQ, IT'],
    [RECORD],
  ],
  check(view, report) {
    const given = new Set<string>();
    for (const { field, tags } of view.tagsLines) {
      for (const [i, tag] of tags.entries()) {
        if (tag.correction === 'run-on' && tags[i - 1]?.start !== tag.start) {
          const codes: string[] = [];
          for (let at = i; tags[at]?.start === tag.start; at++) codes.push(tags[at]!.code);
          // Once split, none is to be there a second time.
          const left = [...new Set(codes)].filter((code) => !given.has(code));
          const at = written(tag);
          report(
            at,
            { codes: at.text },
            { fix: replace(at, (left.length ? left : codes).join(separator(view, field))) },
          );
        }
        given.add(tag.code);
      }
    }
  },
});
