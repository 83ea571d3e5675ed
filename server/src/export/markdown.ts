/** A cable as Markdown (CommonMark with tables). */
import type { CableDocument, Item, MessageDocument, Paragraph, Part, Row, Run } from './document';
import { escapeInline, escapeLine, replaceForbidden } from './escape';
import { textOf } from './runs';

export function toMarkdown({ messages, archive }: CableDocument): string {
  const parts = messages.map(message);
  if (archive.length) parts.push(['## Archive', rows(archive)].join('\n\n'));
  return `${parts.join('\n\n---\n\n')}\n`;
}

function message({ title, titleMark, header, blocks, signers, after }: MessageDocument): string {
  const parts = [`# ${titleMark ? `(${escapeInline(titleMark)}) ` : ''}${escapeInline(title)}`];
  const shown = header.filter(({ key }) => key !== 'subject');
  if (shown.length) parts.push(rows(shown));
  for (const block of blocks) {
    if (block.kind === 'heading') parts.push(`## ${escapeLine(textOf(block.runs))}`);
    else if (block.kind === 'lines') parts.push(fenced(block.lines));
    else parts.push(quoted(block.role === 'quoted-text', paragraph(block)));
  }
  for (const { name } of signers) parts.push(escapeLine(name));
  if (after) parts.push(fenced(after.lines));
  return parts.join('\n\n');
}

const rows = (all: readonly Row[]): string =>
  [
    '| | |',
    '| --- | --- |',
    ...all.map(({ label, values }) => `| **${escapeInline(label)}** | ${values.map(cell).join('<br>')} |`),
  ].join('\n');

const cell = ({ runs, aside }: Row['values'][number]): string =>
  escapeInline(textOf(runs)) + (aside ? ` *(${escapeInline(aside)})*` : '');

function paragraph({ number, mark, parts }: Paragraph): string {
  const head = [number && `${escapeInline(number)}\\.`, mark && `(${escapeInline(mark)})`].filter(Boolean).join(' ');
  const [first, ...others] = parts;
  if (!head) return parts.map(part).join('\n\n');
  const opening = first?.kind === 'prose' ? `${head} ${escapeInline(textOf(first.runs))}` : head;
  return [opening, ...(first?.kind === 'prose' ? others : parts).map(part)].join('\n\n');
}

function part(each: Part): string {
  if (each.kind === 'prose') return escapeLine(textOf(each.runs));
  return each.kind === 'list' ? each.items.map(item).join('\n') : fenced(each.lines);
}

/** Bullets become those of Markdown; letters and numbers stay, as the text may cite them. */
const item = ({ marker, runs }: Item): string =>
  /[a-z0-9]/.test(marker) && marker !== 'o'
    ? `- ${escapeLine(`${marker} ${textOf(runs)}`)}`
    : `- ${escapeLine(textOf(runs))}`;

/** Lines as they are. The fence is longer than any in them. */
function fenced(lines: readonly (readonly Run[])[]): string {
  const text = lines.map((runs) => replaceForbidden(textOf(runs))).join('\n');
  let longest = 2;
  for (const [ticks] of text.matchAll(/`+/g)) longest = Math.max(longest, ticks.length);
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

const quoted = (is: boolean, text: string): string => (is ? text.replace(/^/gm, '> ').replace(/ $/gm, '') : text);
