import { languages, Range, type TextDocument, workspace } from 'vscode';
import { looksLikeCable } from '../../server/src/syntax/layout';

/** Preamble, header and text header fit into these; the rest of a long file need not be copied. */
const HEAD = new Range(0, 0, 120, 0);
/** What others show in an editor without a file behind it: a log, one side of a comparison. */
const NOT_FILES = new Set(['output', 'git', 'debug', 'vscode', 'comment']);

/** Texts already judged: a reader who then chooses another language is right. */
const judged = new Set<string>();

/**
 * Makes a plain text a cable when its first lines are those of one. VS Code decides on `.txt` by the name alone, and archives keep
 * their cables as `.txt`.
 */
export async function detectCable(document: TextDocument): Promise<void> {
  const { languageId, uri } = document;
  if (languageId !== 'plaintext' || NOT_FILES.has(uri.scheme) || judged.has(uri.toString())) return;
  if (!workspace.getConfiguration('cable', document).get('detectInTextFiles', true)) return;
  const head = document.getText(HEAD);
  // A new file has nothing to judge yet: a cable may be pasted into it.
  if (head.trim() === '') return;
  judged.add(uri.toString());
  if (looksLikeCable(head)) await languages.setTextDocumentLanguage(document, 'cable');
}
