/** Precedences of FL5 and of single addressees (FORMAT 2.2, 2.5, 2.6). */
import type { Token } from '../../model/fields';
import { precedenceName } from '../../model/transmission';
import type { MessageView } from '../../model/view';

/** 0: the highest. NIACT is a kind of IMMEDIATE. */
const RANKS: Readonly<Record<string, number>> = {
  CRITIC: 0,
  'EMERGENCY COMMAND': 1,
  FLASH: 2,
  IMMEDIATE: 3,
  PRIORITY: 4,
  ROUTINE: 5,
};
/** -1: no precedence. */
export const precedenceRank = (name: string): number => RANKS[name.toUpperCase().replace(/^NIACT +/, '')] ?? -1;

export interface Stated {
  readonly at: Token;
  readonly name: string;
  readonly rank: number;
}

/** Of FL5: for action, then for information; empty where a letter is no precedence. */
export const stated = (view: MessageView): readonly Stated[] => view.once(readStated);
function readStated({ dtg }: MessageView): Stated[] {
  const found = (dtg?.precedences ?? []).map((at) => {
    const name = precedenceName(at.text) ?? '';
    return { at, name, rank: precedenceRank(name) };
  });
  return found.every(({ rank }) => rank >= 0) ? found : [];
}
export function highest(view: MessageView): Stated | null {
  const [action, info] = stated(view);
  return action && info && info.rank < action.rank ? info : (action ?? null);
}
