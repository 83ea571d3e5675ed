import { citations, isOwn } from '../facts/citations';
import { isReadable } from '../facts/shared';
import { rule } from '../rule';
import { CONFIDENTIAL, DRAFT, UNCLASSIFIED } from '../specimens';

/** Before the word `para`. */
const SAID =
  /\baction\s+request(?:s|ed)?\b[\s.:,;(]{0,9}(?:for\s+[A-Za-z/]{2,20}\s+)?(?:is\s+|are\s+)?(?:found\s+|contained\s+)?(?:in\s+|at\s+|see\s+)?$/i;
const REQUEST =
  /\b(?:action|request|instruct|guidance|authoriz|authoris|recommend|would\s+appreciate|grateful|please|ask|seek|urge|clear)/i;

export const actionPara = rule({
  name: 'xref/action-para',
  severity: 'information',
  format: ['5.2', '4.3', '3.10'],
  message: 'The action request is said to be in paragraph {number}; none there.',
  why: 'Who reads only the summary goes to the paragraph that it names. Silent where that paragraph asks for something in its own words.',
  bad: [
    [CONFIDENTIAL, 'End summary.', 'Action request in para «3». End summary.'],
    [UNCLASSIFIED, 'The bell rang.', 'The bell rang. (Action requested: see\nparagraph «2».)'],
    [DRAFT, 'SUBJECT: ITALY', 'THIS IS AN ACTION REQUEST. SEE PARA «2».\n\nSUBJECT: ITALY'],
  ],
  good: [
    [
      CONFIDENTIAL,
      'End summary.',
      'Action request in para 3. End summary.',
      'It stopped.',
      'Action request: Post needs a bell.',
    ],
    [
      CONFIDENTIAL,
      'End summary.',
      'Action request in para 3. End summary.',
      'It stopped.',
      'Post would appreciate a bell.',
    ],
    [CONFIDENTIAL, 'End summary.', 'Action request is in para 9 of reftel. End summary.'],
    [CONFIDENTIAL, 'End summary.', 'The action request went unheard, see para 3. End summary.'],
    [
      UNCLASSIFIED,
      'The bell rang.',
      'The bell rang. Action request: para 2.',
      '2.  (U) It stopped.',
      'Action Request\n--------------\n\n2.  (U) One more bell.',
    ],
  ],
  check(view, report) {
    if (!view.message.body.sections.length || !isReadable(view)) return;
    const at = citations(view).paragraphs.find(({ before }) => SAID.test(before))?.numbers[0];
    if (!at || !isOwn(view, at)) return;
    const found = view.paragraphs.find(({ value }) => value === Number(at.text));
    if (!found) return;
    const { paragraph, section } = found;
    const isBlock = view.message.blocks.some(
      (block) => block.kind === 'action-request' && block.start < paragraph.end && block.end > paragraph.start,
    );
    const title = section.heading ? view.text(section.heading.title) : '';
    if (isBlock || REQUEST.test(title) || REQUEST.test(view.text(paragraph))) return;
    report(
      at,
      { number: at.text },
      { related: { start: paragraph.start, end: paragraph.children[0]!.end, message: `Paragraph ${at.text}.` } },
    );
  },
});
