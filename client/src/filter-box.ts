/** The box in which the filter of the library is typed; the list follows as one types. */
import { InputBoxValidationSeverity, l10n, ThemeIcon, window } from 'vscode';
import type { Groups } from '../../server/src/features/library-tree';
import { cables, later, written } from './words';

/** Milliseconds after a key until the list follows. */
const TYPING = 150;

/**
 * Enter keeps what was typed, Escape what was there before.
 * @param use lists what the filter leaves.
 */
export function askFilter(present: string, use: (filter: string) => Promise<Groups | undefined>): Promise<void> {
  const box = window.createInputBox();
  const help = l10n.t(
    'Words are found in number, subject, TAGS, post and date. tag:PHUM, post:"PHNOM PENH", after:2006-03, before:2007, class:secret',
  );
  box.title = l10n.t('Filter Cables');
  box.placeholder = 'border trafficking tag:PHUM post:LUSAKA after:2006-03 before:2007 class:secret';
  box.prompt = help;
  box.value = present;
  box.buttons = [{ iconPath: new ThemeIcon('clear-all'), tooltip: l10n.t('Clear Filter') }];
  // The list may be looked through meanwhile.
  box.ignoreFocusOut = true;
  let used = present;
  const follow = async (): Promise<void> => {
    used = box.value;
    const answer = await use(used);
    // Of an earlier text.
    if (used !== box.value || !answer) return;
    const [problem] = answer.problems;
    box.validationMessage = problem && {
      message: problem.replaceAll('`', ''),
      severity: InputBoxValidationSeverity.Warning,
    };
    box.prompt = `${l10n.t('{0} of {1}.', cables(answer.found), written(answer.size))} ${help}`;
  };
  const soon = later(() => void follow());
  return new Promise((resolve) => {
    box.onDidChangeValue(() => soon.in(TYPING));
    box.onDidTriggerButton(() => {
      box.value = '';
      void follow();
    });
    let kept = present;
    box.onDidAccept(() => {
      kept = box.value;
      box.hide();
    });
    box.onDidHide(() => {
      soon.dispose();
      if (used !== kept) void use(kept);
      box.dispose();
      resolve();
    });
    box.show();
  });
}
