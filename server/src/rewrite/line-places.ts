/** The lines of a cable with what they are part of. */
import {
  type Cable,
  type Field,
  type Heading,
  isLine,
  type Line,
  type Message,
  type Node,
  type Paragraph,
} from '../syntax/tree';

export type Zone = 'kept' | 'transmission' | 'header' | 'body' | 'ending';
const ZONES: Partial<Record<Node['kind'], Zone>> = {
  preamble: 'kept',
  trailer: 'kept',
  transmission: 'transmission',
  'text-header': 'header',
  body: 'body',
  ending: 'ending',
};

/** What a line is part of. */
export interface Place {
  readonly zone: Zone;
  readonly owner: Field | Heading | Paragraph | null;
  readonly message: Message | null;
}

/** Calls `visit` for each line in order. Lines of one part have the same place. */
export function visitLines(cable: Cable, visit: (line: Line, place: Place) => void): void {
  const walk = (node: Node, place: Place): void => {
    for (const part of node.children)
      if (isLine(part)) visit(part, place);
      else walk(part, placeIn(part, place));
  };
  walk(cable.root, { zone: 'kept', owner: null, message: null });
}

const placeIn = (node: Node, { zone, message }: Place): Place => ({
  zone: ZONES[node.kind] ?? zone,
  message: node.kind === 'message' ? (node as Message) : message,
  owner:
    'label' in node || node.kind === 'heading' || node.kind === 'paragraph'
      ? (node as Field | Heading | Paragraph)
      : null,
});
