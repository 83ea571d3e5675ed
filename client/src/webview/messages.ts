/** What the picture of references and the extension tell each other. Neither believes the other: each message is looked at first. */
import type { Graph } from '../../../server/src/features/reference-graph';

/** How far the picture goes from the cable in the middle. */
export const DEPTHS = [1, 2, 3, 4] as const;

/** To the picture. */
export interface ShowGraph {
  readonly type: 'graph';
  /** Null: the cable is not in the library. */
  readonly graph: Graph | null;
  readonly depth: number;
  /** Whether the picture goes with the open cable. */
  readonly follows: boolean;
  /** Whether files are still being read, so that more may come. */
  readonly building: boolean;
}

/** From the picture; keys are those of nodes. */
export type FromPicture =
  | { readonly type: 'ready' }
  | { readonly type: 'open' | 'centre'; readonly key: string }
  | { readonly type: 'depth'; readonly depth: number }
  | { readonly type: 'follow'; readonly follows: boolean }
  | { readonly type: 'save'; readonly svg: string };

/** What comes from a picture; null where it is nothing that a picture says. */
export function readMessage(message: unknown): FromPicture | null {
  if (typeof message !== 'object' || message === null) return null;
  const { type, key, depth, follows, svg } = message as Record<string, unknown>;
  switch (type) {
    case 'ready':
      return { type };
    case 'open':
    case 'centre':
      return typeof key === 'string' ? { type, key } : null;
    case 'depth':
      return DEPTHS.some((each) => each === depth) ? { type, depth: depth as number } : null;
    case 'follow':
      return typeof follows === 'boolean' ? { type, follows } : null;
    case 'save':
      return typeof svg === 'string' && svg.startsWith('<svg ') ? { type, svg } : null;
    default:
      return null;
  }
}

export const isShowGraph = (message: unknown): message is ShowGraph =>
  typeof message === 'object' && message !== null && (message as { type?: unknown }).type === 'graph';
