import { canonicalPost } from '../../data/posts';
import { identifier, ownLine, postOf, postsDiffer, writtenPost } from '../facts/identity';
import { propose, replace, rule } from '../rule';
import { CONFIDENTIAL, UNCLASSIFIED } from '../specimens';

export const mrnPost = rule({
  name: 'xref/mrn-post',
  severity: 'warning',
  format: ['5.2', '5.1', '1.1'],
  message: 'The preamble names {said}, the classification line {line}.',
  why: 'The identifier in the preamble names the post of the classification line. Silent where the table does not know both, and where they may be one post (`BRUSSELS`, `USEUBRUSSELS`).',
  fix: 'Writes the post of the classification line into the preamble; where FM or a page line sides with the preamble, proposes its post for the classification line.',
  bad: [
    [CONFIDENTIAL, '06ROME1\n', '06«PARIS»1\n'],
    [
      UNCLASSIFIED,
      'R 121200Z',
      '06«PHNOMPENH»1\nA BELL\nTue Dec 12 00:00:00 +0100 2006\nUNCLASSIFIED//FOR OFFICIAL USE ONLY\nEmbassy Rome\nR 121200Z',
    ],
  ],
  good: [
    [CONFIDENTIAL],
    [CONFIDENTIAL, '06ROME1\n', '06NOWHERE1\n'],
    [CONFIDENTIAL, '06ROME1\n', '06USEUBRUSSELS1\n', 'ROME 000001\n', 'BRUSSELS 000001\n'],
    [CONFIDENTIAL, '06ROME1\n', '06THEHAGUE1\n', 'ROME 000001\n', 'HAGUE 000001\n'],
  ],
  check(view, report) {
    const said = identifier(view)?.post;
    const line = ownLine(view)?.post;
    if (!said || !line || !postsDiffer(view)) return;
    report(
      said,
      { said: said.text, line: line.text },
      {
        related: { ...line, message: `The classification line names ${line.text}.` },
        fix:
          postOf(view) === line.text ? replace(said, canonicalPost(line.text)) : propose(line, writtenPost(said.text)),
      },
    );
  },
});
