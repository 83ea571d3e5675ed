/** The pages of the rules where the extension lies on a web site: opened in the editor, and not in another window of the browser. */
import { type Disposable, Uri, workspace } from 'vscode';

const SCHEME = 'cable-rules';

/** Where they lie, with a final slash. */
export const RULE_PAGES = `${SCHEME}:/docs/rules/`;

export const provideRulePages = (extension: Uri): Disposable =>
  workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: async ({ path }) =>
      new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extension, path))),
  });
