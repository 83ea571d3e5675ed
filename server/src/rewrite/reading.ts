/** What the parser reads in a text, so that two texts can be compared that should say the same. */
import { fold, foldedValue } from '../model/fields';
import { readReferences } from '../model/references';
import { readTags } from '../model/tags';
import { viewOf } from '../model/view';
import type { Body, Cable, Field, FieldGroup, LineKind, Message, Node, Paragraph, Section } from '../syntax/tree';
import { isLine } from '../syntax/tree';

/** Whether two cables have the same parts with the same words; how they are set in lines does not count. */
export function sameReading(a: Cable, b: Cable): boolean {
  const [one, two] = [reading(a), reading(b)];
  return one.length === two.length && one.every((part, i) => part === two[i]);
}

function reading(cable: Cable): string[] {
  const { clean } = cable;
  const parts: string[] = [cable.layout];
  const loose = (node: Node): void => {
    for (const part of node.children)
      if (isLine(part) && part.kind !== 'blank') parts.push(part.kind, fold(clean.slice(part.start, part.end)));
  };
  const fieldsOf = (group: FieldGroup | null, year: number | undefined): void => {
    if (!group) return;
    parts.push(group.kind);
    loose(group);
    for (const field of group.fields)
      parts.push(
        field.kind,
        field.reading,
        clean.slice(field.label.start, field.label.end),
        saidBy(cable, field, year),
      );
  };
  loose(cable.root);
  fieldsOf(cable.preamble, undefined);
  for (const message of cable.messages) {
    const { year } = viewOf(cable, message);
    parts.push('message');
    loose(message);
    fieldsOf(message.transmission, year);
    fieldsOf(message.header, year);
    bodyOf(message.body, year);
    fieldsOf(message.ending, year);
    blocksOf(message);
  }
  fieldsOf(cable.trailer, undefined);
  return parts;

  function bodyOf({ sections, repeatedHeaders }: Body, year: number | undefined): void {
    for (const section of sections) {
      parts.push(
        'section',
        section.heading ? fold(clean.slice(section.heading.title.start, section.heading.title.end)) : '',
      );
      loose(section);
      for (const paragraph of section.paragraphs) paragraphOf(paragraph);
    }
    for (const header of repeatedHeaders) fieldsOf(header, year);
  }

  /** Lines of text are one text, whatever lies between them; of other lines each stands for itself. */
  function paragraphOf({ children, number, mark, textStart }: Paragraph): void {
    parts.push(number ? clean.slice(number.start, number.end) : '', mark ? clean.slice(mark.start, mark.end) : '');
    let kind: LineKind = 'text';
    let text = '';
    const end = (): void => {
      if (text) parts.push(kind, fold(text));
      text = '';
    };
    for (const line of children) {
      if (line.kind === 'blank') continue;
      if (line.kind !== kind || kind !== 'text') end();
      kind = line.kind;
      text += ` ${clean.slice(Math.max(line.start, textStart), line.end)}`;
    }
    end();
  }

  /** Where they begin and end: in which paragraph or heading. */
  function blocksOf({ blocks, body }: Message): void {
    const starts = body.sections.flatMap((section: Section) => [
      ...(section.heading ? [section.heading.start] : []),
      ...section.paragraphs.map(({ start }) => start),
    ]);
    const partAt = (offset: number): number => {
      let low = 0;
      for (let high = starts.length; low < high; ) {
        const middle = (low + high) >> 1;
        if (starts[middle]! <= offset) low = middle + 1;
        else high = middle;
      }
      return low;
    };
    for (const { kind, openedBy, opener, closer, start, end } of blocks)
      parts.push(
        `${kind} ${openedBy} ${partAt(start)} ${partAt(end - 1)}`,
        opener ? fold(clean.slice(opener.start, opener.end)) : '',
        closer ? fold(clean.slice(closer.start, closer.end)) : '',
      );
  }
}

/** Of TAGS and references what they are: blanks between them are free. */
function saidBy(cable: Cable, field: Field, year: number | undefined): string {
  switch (field.kind) {
    case 'tags':
      return readTags(cable, field, year)
        .map(({ kind, code, text }) => `${kind} ${code} ${fold(text)}`)
        .join('\n');
    case 'ref':
      return readReferences(cable, field, year ?? null)
        .map(({ label, kind, id, text }) => `${label} ${kind} ${id} ${text}`)
        .join('\n');
    default:
      return foldedValue(cable, field);
  }
}
