import { type OutlineItem, outline } from '../../../server/src/model/outline';
import { decode } from '../../../server/src/syntax/decode';
import { parse } from '../../../server/src/syntax/parse';
import { isLine, leaves, walk } from '../../../server/src/syntax/tree';
import { insist, type Target } from '../engine/target';

export const parser: Target = {
  name: 'parser',
  law: 'any text becomes a tree: its lines make the text again, its nodes nest, and so does the outline',
  holds: ({ text }) => {
    const cable = parse(text);
    let made = '';
    for (const { start, end, next } of cable.lines) {
      insist(start === made.length && start <= end && end <= next, 'lines follow each other');
      made += text.slice(start, next);
    }
    insist(made === text, 'the tree is the text');
    const all = leaves(cable.root);
    insist(
      all.length === cable.lines.length && all.every((line, at) => line === cable.lines[at]),
      'the lines are the leaves of the tree',
    );
    insist(cable.text === text && cable.clean.length === text.length, 'the tree knows its text');
    insist(cable.clean === decode(text), 'it is decoded');
    walk(cable.root, (node) => {
      let from = node.start;
      for (const child of node.children) {
        const end = isLine(child) ? child.next : child.end;
        insist(child.start >= from && child.start <= end && end <= node.end, `${child.kind} nests in ${node.kind}`);
        from = end;
      }
    });
    const nested = ({ name, range, selection, children }: OutlineItem, start: number, end: number): void => {
      insist(range.start >= start && range.end <= end, 'the outline nests', () => name);
      insist(
        selection.start >= range.start && selection.start <= selection.end && selection.end <= range.end,
        'a name lies in its item',
        () => name,
      );
      for (const child of children) nested(child, range.start, range.end);
    };
    for (const item of outline(cable)) nested(item, 0, text.length);
    return undefined;
  },
};
