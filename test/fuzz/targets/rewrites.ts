import { type MessageView, viewOf } from '../../../server/src/model/view';
import { removeArtefacts } from '../../../server/src/rewrite/artefacts';
import { letterSpaceClassification, upperCaseClassification } from '../../../server/src/rewrite/classification-line';
import { fitHeadingRule } from '../../../server/src/rewrite/heading-rule';
import { joinPages } from '../../../server/src/rewrite/join-pages';
import { missingLines } from '../../../server/src/rewrite/missing-lines';
import { moveParagraph } from '../../../server/src/rewrite/move-paragraph';
import { newParagraph, newParagraphBelow } from '../../../server/src/rewrite/new-paragraph';
import { addCableMarks } from '../../../server/src/rewrite/portion-marks';
import { renumber } from '../../../server/src/rewrite/renumber';
import { settle } from '../../../server/src/rewrite/settle';
import { splitJoinedLine } from '../../../server/src/rewrite/split-line';
import { splitSections } from '../../../server/src/rewrite/split-sections';
import { normaliseTags } from '../../../server/src/rewrite/tags-line';
import { parse } from '../../../server/src/syntax/parse';
import { applyEdits, type Edit } from '../../../server/src/text/edits';
import { insist, type Target } from '../engine/target';
import { insistOnEdits, somewhere } from './laws';

type Rewrite = (view: MessageView, offset: number, offset2: number) => readonly Edit[] | Edit | null;

const span = (a: number, b: number) => ({ start: Math.min(a, b), end: Math.max(a, b) });
const REWRITES: Readonly<Record<string, Rewrite>> = {
  joinPages: (view) => settle(view, joinPages),
  'joinPages, some': (view, a, b) => joinPages(view, span(a, b)),
  splitSections,
  removeArtefacts: (view) => removeArtefacts(view),
  'removeArtefacts, some': (view, a, b) => removeArtefacts(view, span(a, b)),
  renumber: (view) => settle(view, renumber),
  addPortionMarks: (view) => settle(view, addCableMarks),
  upperCaseClassification,
  letterSpaceClassification,
  normaliseTags: (view) => settle(view, normaliseTags),
  missingLines: (view) => missingLines(view, '12958').map(({ edit }) => edit)[0] ?? null,
  splitJoinedLine,
  'moveParagraph up': (view, offset) => moveParagraph(view, offset, 'up'),
  'moveParagraph down': (view, offset) => moveParagraph(view, offset, 'down'),
  newParagraph,
  newParagraphBelow,
  fitHeadingRule,
};
/** Those of which there is nothing left to do once they are done. */
const DONE = [
  'joinPages',
  'upperCaseClassification',
  'letterSpaceClassification',
  'normaliseTags',
  'addPortionMarks',
  'renumber',
];

export const rewrites: Target = {
  name: 'rewrites',
  law: 'every rewriting ends on any text; its edits lie in the text, do not overlap, and leave nothing to do again',
  holds: ({ text, next }) => {
    const cable = parse(text);
    const views = cable.messages.length ? cable.messages.map((message) => viewOf(cable, message)) : [viewOf(cable)];
    const breaks = new Set(text.match(/\r\n|\n|\r/g) ?? ['\n']);
    // A line break that comes behind the half of one is another, where a text has several kinds.
    const isOne = breaks.size === 1;
    for (const [at, view] of views.slice(0, 3).entries()) {
      const { start, end } = view.message;
      const [a, b] = [somewhere(text, next, start, end), somewhere(text, next, start, end)];
      for (const [name, rewrite] of Object.entries(REWRITES)) {
        const edits = [rewrite(view, a, b) ?? []].flat();
        insistOnEdits(name, text, edits);
        const after = applyEdits(text, edits);
        for (const each of after.match(/\r\n|\n|\r/g) ?? [])
          insist(!isOne || breaks.has(each), `${name}: another line break`, () => JSON.stringify(after));
        if (!edits.length || at > 0 || !DONE.includes(name)) continue;
        const again = [rewrite(viewOf(parse(after)), a, b) ?? []].flat();
        insist(
          again.length === 0 || applyEdits(after, again) === after,
          `${name}: not done the first time`,
          () => `${JSON.stringify(after)}\n${JSON.stringify(again)}`,
        );
      }
    }
    return undefined;
  },
};
