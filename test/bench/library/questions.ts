/** What is asked of a library, with what is right to answer: the plan knows. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { viewOf } from '../../../server/src/model/view';
import { parse } from '../../../server/src/syntax/parse';
import type { Plan, Planned } from './plan';
import { fileOf } from './text';

export interface Question {
  readonly method: string;
  readonly params: object;
  /** What is wrong with an answer of a library that is whole; null: nothing. */
  readonly wrong: (answer: unknown) => string | null;
}

export interface Questions {
  /** Documents that have to be open. */
  readonly documents: readonly { readonly uri: string; readonly text: string }[];
  readonly kinds: Readonly<Record<Kind, readonly Question[]>>;
}

export const KINDS = ['definition', 'references', 'hover', 'workspace symbols'] as const;
export type Kind = (typeof KINDS)[number];
/** So many of each kind. */
const COUNT = 200;

type Located = readonly { readonly uri?: string; readonly targetUri?: string }[];
const urisIn = (answer: unknown): string[] =>
  (Array.isArray(answer) ? (answer as Located) : answer ? [answer as Located[number]] : []).map(
    (each) => each.uri ?? each.targetUri ?? '',
  );

export function questions(plan: Plan, folder: string): Questions {
  const uriOf = (file: number): string => pathToFileURL(join(folder, fileOf(plan.at(file)).path)).href;
  /** The files that hold the cable of a file: this one, and what more of it is in the next. */
  const copiesOf = (file: number): Set<string> =>
    new Set((file + 1 < plan.count && plan.at(file + 1).kind !== 'cable' ? [file, file + 1] : [file]).map(uriOf));
  const asked = referencesIn(plan);
  const citers = citersOf(plan, new Set(asked.map(({ target }) => target)));
  const documents = new Map<number, { uri: string; text: string }>();
  const kinds: Record<Kind, Question[]> = { definition: [], references: [], hover: [], 'workspace symbols': [] };

  for (const [at, { file, which, target }] of asked.entries()) {
    if (!documents.has(file)) documents.set(file, { uri: uriOf(file), text: fileOf(plan.at(file)).text });
    const { uri, text } = documents.get(file)!;
    const { references, lines } = viewOf(parse(text));
    const { start, end } = references[which]!;
    const params = { textDocument: { uri }, position: lines.positionAt((start + end) >> 1) };
    const copies = copiesOf(target);
    kinds.definition.push({
      method: 'textDocument/definition',
      params,
      wrong: (answer) => {
        const found = urisIn(answer);
        return found.length > 0 && found.every((each) => copies.has(each)) ? null : 'another place';
      },
    });
    const subject = letters(fileOf(plan.at(target)).subject);
    kinds.hover.push({
      method: 'textDocument/hover',
      params,
      wrong: (answer) => (letters(JSON.stringify(answer)).includes(subject) ? null : `nothing of ${subject}`),
    });
    const { listing, naming } = citers.get(target)!;
    const [least, most] = [new Set(listing.map(uriOf)), new Set([...listing, ...naming].map(uriOf))];
    kinds.references.push({
      method: 'textDocument/references',
      params: { ...params, context: { includeDeclaration: false } },
      wrong: (answer) => {
        const found = new Set(urisIn(answer));
        const missed = [...least].filter((each) => !found.has(each)).length;
        const others = [...found].filter((each) => !most.has(each)).length;
        return missed > 0 || others > 0 || found.size === 0 ? `${missed} missed, ${others} others` : null;
      },
    });
    kinds['workspace symbols'].push(symbolQuestion(at, plan.at(target), fileOf(plan.at(target)).subject, copies));
  }
  return { documents: [...documents.values()], kinds };
}

const letters = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** Places at which cables from all over the library cite others that are in it: `which` is the place among the entries of the REF block. */
function referencesIn(plan: Plan): { file: number; which: number; target: number }[] {
  const found: { file: number; which: number; target: number }[] = [];
  // Another step each time round, so that no cable is asked about twice before all are.
  const step = Math.max(1, Math.floor(plan.count / COUNT));
  for (let first = step - 1; found.length < COUNT && first >= 0; first--)
    for (let file = first; found.length < COUNT && file < plan.count; file += step) {
      const { kind, continued, cites } = plan.at(file);
      if (kind !== 'cable' || continued) continue;
      const listed = cites.filter((each) => each.listed);
      const which = listed.findLastIndex((each) => each.file >= 0);
      if (which >= 0) found.push({ file, which, target: listed[which]!.file });
    }
  if (found.length === 0) throw new Error('no cable cites another');
  for (let at = 0; found.length < COUNT; at++) found.push(found[at]!);
  return found;
}

interface Citers {
  /** Files whose REF block lists the cable, and files of which only the text may name it. */
  readonly listing: number[];
  readonly naming: number[];
}

function citersOf(plan: Plan, targets: ReadonlySet<number>): Map<number, Citers> {
  const found = new Map<number, Citers>([...targets].map((target) => [target, { listing: [], naming: [] }]));
  for (let file = 0; file < plan.count; file++)
    for (const cited of plan.at(file).cites) found.get(cited.file)?.[cited.listed ? 'listing' : 'naming'].push(file);
  return found;
}

/** What one types into the box: whole numbers, words, beginnings. Every answer has to have something, and the best first. */
function symbolQuestion(at: number, cable: Planned, subject: string, copies: ReadonlySet<string>): Question {
  const { id, post, serial, year, month } = cable;
  const words = subject
    .replace(/[^A-Z ]/g, '')
    .split(' ')
    .filter((word) => word.length > 3);
  const first = (found: readonly string[]) => (copies.has(found[0]!) ? null : `not ${id} first`);
  const some = (): null => null;
  const queries: readonly (readonly [query: string, wrong: (found: readonly string[]) => string | null])[] = [
    [id, first],
    [`${String(year % 100).padStart(2, '0')} ${post.written} ${serial}`, first],
    [id.slice(0, -1), some],
    [`${words.at(-1)!} ${post.written}`.toLowerCase(), some],
    [words[1]!.slice(0, 5).toLowerCase(), some],
    [words[0]!.slice(0, 2), some],
    [`${year}-${String(month).padStart(2, '0')} ${post.country}`, some],
    [post.name.slice(1, 5), some],
  ];
  const [query, wrong] = queries[at % queries.length]!;
  return {
    method: 'workspace/symbol',
    params: { query },
    wrong: (answer) => {
      const found = ((answer ?? []) as { location: { uri: string } }[]).map(({ location }) => location.uri);
      const problem = found.length === 0 ? 'nothing' : wrong(found);
      return problem && `${query}: ${problem}`;
    },
  };
}
