/** A page speaks the language that it was given. Imported before all that speaks. */
import { config } from '@vscode/l10n';

const { l10n } = document.documentElement.dataset;
if (l10n) config({ contents: l10n });
