import { nearestTag } from '../../data/tags';
import type { Tag } from '../../model/tags';
import { written } from '../facts/tag-codes';
import { propose, replace, rule } from '../rule';
import { CONFIDENTIAL, DRAFT, TRANSMITTED } from '../specimens';

export const tagsUnknown = rule({
  name: 'header/tags-unknown',
  severity: 'information',
  table: true,
  format: ['3.6'],
  message: '`{code}` is not in the TAGS table.',
  messages: { near: '`{code}` is not in the TAGS table. {near}?' },
  why: 'A code that is not in the table of TAGS files the cable nowhere. Silent for programs, whose list is not complete, for names, and for terms of several words.',
  fix: 'Writes the right code for a known misspelling; the nearest one is for the drafter to decide.',
  bad: [
    [CONFIDENTIAL, 'PREL, ECON, IT', 'PREL, «QQQQ», IT'],
    [TRANSMITTED, 'PREL, ECON, IT', 'PREL, «ECOM», IT'],
    [DRAFT, 'EFIS SENV IT', 'EFIS «ABLDG» IT'],
  ],
  good: [
    [CONFIDENTIAL, 'PREL, ECON, IT', 'PREL, KQQQ, IT'],
    [CONFIDENTIAL, 'PREL, ECON, IT', 'PREL, HUMAN RIGHTS, DRUG ENFORCEMENT, IT'],
    [CONFIDENTIAL, 'PREL, ECON, IT', 'PREL, OVIP, BELL, IT'],
    [CONFIDENTIAL, 'PREL, ECON, IT', 'PREL, PINR (BELL, ADA), XXXX, IT'],
  ],
  check(view, report) {
    let unknown = 0;
    for (const { field, tags } of view.tagsLines)
      for (const [i, tag] of tags.entries()) {
        if (tag.correction === 'misspelling') {
          const code = written(tag);
          report(code, { code: code.text, near: tag.code }, { as: 'near', fix: replace(code, tag.code) });
          continue;
        }
        if (tag.kind !== 'unknown' || !isCode(tag.code) || /^X+$/.test(tag.code)) continue;
        const [before, after] = [tags[i - 1], tags[i + 1]];
        if (before && NAMES_FOLLOW.test(before.code)) continue;
        // A word of a free term: one beside it, with a blank between, is no code either.
        const text = view.value(field);
        const isBeside = (a: Tag, b: Tag) => !/[,;]/.test(text.text.slice(a.end - text.base, b.start - text.base));
        if (before?.kind === 'unknown' && !isCode(before.code) && isBeside(before, tag)) continue;
        if (after?.kind === 'unknown' && !isCode(after.code) && isBeside(tag, after)) continue;
        const code = written(tag);
        // A line with so many is prose.
        const near = ++unknown > MANY ? undefined : nearestTag(tag.code, view.year)?.code;
        const isGiven = near !== undefined && view.tags.some((each) => each.code === near);
        report(
          code,
          { code: code.text, near: near ?? '' },
          near ? { as: 'near', fix: isGiven ? null : propose(code, near) } : {},
        );
      }
  },
});

const MANY = 12;
const isCode = (code: string): boolean => /^(?:[A-Z]{2}|[A-Z]{4})$/.test(code);
/** Codes after which a person's name may stand without brackets. */
const NAMES_FOLLOW = /^(?:OVIP|OREP|OTRA|OEXC|OCON|PINR|CASC|CDES)$/;
