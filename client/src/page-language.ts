/** What a page of ours needs to speak the language of the editor. */
import { l10n } from 'vscode';
import { escapeMarkup } from '../../server/src/export/escape';
import { language } from './words';

/** Attributes of its root: the language and, where that is not English, its words. */
export const languageAttributes = (): string =>
  `lang="${escapeMarkup(language())}"${l10n.bundle ? ` data-l10n="${escapeMarkup(JSON.stringify(l10n.bundle))}"` : ''}`;
