/** Questions one after the other, with a way back: what VS Code's own wizards are made of. */
import { type Disposable, QuickInputButtons, type QuickPickItem, window } from 'vscode';

/** Went back; `undefined` as an answer: gave up. */
const BACK = Symbol('back');
type Answer<T> = T | typeof BACK | undefined;

export interface At {
  readonly title: string;
  readonly step: number;
  readonly steps: number;
}

/** A question: asks, keeps the answer itself, and gives false when the reader gave up or `BACK` when he went back. */
export type Question = (at: At) => Promise<Answer<true>>;

/** Asks all; false when the reader gave up. Questions that no longer apply are left out: they are worked out anew before each. */
export async function ask(title: string, questions: () => readonly Question[]): Promise<boolean> {
  for (let step = 0; step < questions().length; ) {
    const all = questions();
    const answer = await all[step]!({ title, step: step + 1, steps: all.length });
    if (answer === undefined) return false;
    step += answer === BACK ? -1 : 1;
  }
  return true;
}

interface PickOptions<T extends QuickPickItem> {
  readonly placeholder: string;
  readonly many?: boolean;
  /** What is chosen already. */
  readonly chosen: readonly T[];
  /** Finds items as the reader types; otherwise the list is narrowed by VS Code. */
  readonly search?: (typed: string) => Promise<readonly T[]>;
}

export function pick<T extends QuickPickItem>(
  at: At,
  items: readonly T[],
  options: PickOptions<T>,
  use: (chosen: readonly T[]) => void,
): Promise<Answer<true>> {
  const input = window.createQuickPick<T>();
  input.placeholder = options.placeholder;
  input.canSelectMany = options.many ?? false;
  input.matchOnDescription = true;
  input.matchOnDetail = true;
  input.items = [...items];
  if (options.many) input.selectedItems = items.filter((item) => options.chosen.includes(item));
  else input.activeItems = options.chosen.length ? [...options.chosen] : items.slice(0, 1);
  let turn = 0;
  const { search } = options;
  if (search)
    input.onDidChangeValue(async (typed) => {
      const own = ++turn;
      // What is chosen stays in the list, or it would be lost.
      const chosen = [...input.selectedItems];
      const found = (await search(typed)).filter(({ label }) => !chosen.some((each) => each.label === label));
      if (own !== turn) return;
      input.items = [...chosen, ...found];
      input.selectedItems = chosen;
    });
  return show(input, at, () => {
    const chosen = input.selectedItems;
    if (!options.many && !chosen.length) return false;
    use(chosen);
    return true;
  });
}

export function type(
  at: At,
  options: { readonly prompt: string; readonly value: string; readonly wrong: (value: string) => string | undefined },
  use: (value: string) => void,
): Promise<Answer<true>> {
  const input = window.createInputBox();
  input.prompt = options.prompt;
  input.value = options.value;
  input.onDidChangeValue((value) => {
    input.validationMessage = options.wrong(value);
  });
  return show(input, at, () => {
    input.validationMessage = options.wrong(input.value);
    if (input.validationMessage) return false;
    use(input.value.trim());
    return true;
  });
}

interface Shown extends Disposable {
  title: string | undefined;
  step: number | undefined;
  totalSteps: number | undefined;
  ignoreFocusOut: boolean;
  buttons: readonly (typeof QuickInputButtons.Back)[];
  show(): void;
  readonly onDidTriggerButton: (then: () => void) => Disposable;
  readonly onDidAccept: (then: () => void) => Disposable;
  readonly onDidHide: (then: () => void) => Disposable;
}

/** @param accept takes the answer; false: there is none yet. */
function show(input: Shown, { title, step, steps }: At, accept: () => boolean): Promise<Answer<true>> {
  input.title = title;
  input.step = step;
  input.totalSteps = steps;
  input.ignoreFocusOut = true;
  if (step > 1) input.buttons = [QuickInputButtons.Back];
  return new Promise<Answer<true>>((done) => {
    input.onDidTriggerButton(() => done(BACK));
    input.onDidAccept(() => {
      if (accept()) done(true);
    });
    input.onDidHide(() => done(undefined));
    input.show();
  }).finally(() => input.dispose());
}
