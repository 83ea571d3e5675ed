/** A cable as it is compared with another copy of it: paragraph by paragraph, however its lines are folded and its pages cut. */
import { documentOf, type MessageDocument, type Part, type Run } from '../export/document';
import { replaceForbidden } from '../export/escape';
import { foldBlanks, textOf } from '../export/runs';
import { NO_GLOSSARY } from '../meaning/glossary';
import type { Cable } from '../syntax/tree';

/**
 * Each line of the header, each paragraph, each item of a list and each row of a table is one line; paragraphs are divided by blank lines.
 * Page lines, what the archive put around the cable, and how many blanks stand between words are left out.
 */
export function structure(cable: Cable): string {
  const { messages } = documentOf(cable, '', NO_GLOSSARY);
  return replaceForbidden(messages.map(message).join('\n\n'));
}

function message({ header, blocks, signers, after }: MessageDocument): string {
  const rows = header
    .filter(({ key }) => key !== 'number')
    .flatMap(({ key, label, values }) =>
      key === 'tags'
        ? [`${label}: ${values.map(({ runs }) => textOf(runs)).join(' ')}`]
        : values.map(({ runs, aside }) => `${label}: ${textOf(runs)}${key !== 'date' && aside ? ` ${aside}` : ''}`),
    );
  const parts = [rows.join('\n')];
  for (const block of blocks) {
    if (block.kind === 'heading') parts.push(textOf(block.runs));
    else if (block.kind === 'lines') parts.push(lines(block.lines));
    else {
      const head = [block.number && `${block.number}.`, block.mark && `(${block.mark})`].filter(Boolean).join(' ');
      const [first, ...others] = block.parts.map(part);
      if (block.parts[0]?.kind === 'prose' || !head) parts.push([head, first].filter(Boolean).join(' '), ...others);
      else parts.push(head, ...(first === undefined ? [] : [first]), ...others);
    }
  }
  for (const { name } of signers) parts.push(name);
  if (after) parts.push(lines(after.lines));
  return `${parts.filter((each) => each !== '').join('\n\n')}\n`;
}

function part(each: Part): string {
  if (each.kind === 'prose') return textOf(each.runs);
  if (each.kind === 'lines') return lines(each.lines);
  return each.items.map(({ marker, runs }) => [marker, textOf(runs)].filter(Boolean).join(' ')).join('\n');
}

const lines = (all: readonly (readonly Run[])[]): string =>
  all.map((runs) => foldBlanks(textOf(runs)).trim()).join('\n');
