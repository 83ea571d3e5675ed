import * as vscode from 'vscode';

export const folder = (): vscode.Uri => vscode.workspace.workspaceFolders![0]!.uri;
export const file = (name: string): vscode.Uri => vscode.Uri.joinPath(folder(), name);
export const open = async (name: string): Promise<vscode.TextDocument> => vscode.workspace.openTextDocument(file(name));
export const write = (name: string, text: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(file(name), new TextEncoder().encode(text));

/** Asks until the answer is there. */
export async function until<T>(ask: () => T | PromiseLike<T>, good: (answer: T) => boolean, what: string): Promise<T> {
  const end = Date.now() + 20_000;
  for (;;) {
    const answer = await ask();
    if (good(answer)) return answer;
    if (Date.now() > end) throw new Error(`timed out waiting for ${what}: ${JSON.stringify(answer)?.slice(0, 500)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The rules of the findings on a document, as the Problems panel has them. */
export const codes = (uri: vscode.Uri): (string | number | undefined)[] =>
  vscode.languages.getDiagnostics(uri).map(({ code }) => (typeof code === 'object' ? code.value : code));

/** Waits until a rule has found something, or nothing any more. */
export const finds = (uri: vscode.Uri, rule: string, wanted = true): Promise<unknown> =>
  until(
    () => codes(uri),
    (all) => all.includes(rule) === wanted,
    `${wanted ? '' : 'no '}${rule}`,
  );

/** Of a file. */
export const nameOf = ({ path }: vscode.Uri): string => path.slice(path.lastIndexOf('/') + 1);
/** Those of cables in files; other extensions have symbols too. */
export const symbols = async (query: string): Promise<vscode.SymbolInformation[]> => {
  const all = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
    'vscode.executeWorkspaceSymbolProvider',
    query,
  );
  return all.filter(({ location }) => location.uri.path.endsWith('.cable'));
};
/** Waits until a cable is found by its number, or no more. */
export const known = (query: string, file: string, wanted = true): Promise<unknown> =>
  until(
    () => symbols(query),
    (found) => found.some(({ location }) => nameOf(location.uri) === file) === wanted,
    `${wanted ? '' : 'no '}${file} for ${query}`,
  );

/** A short cable. FL3 says the serial, which is 0001 by the other lines. */
export const bell = (serial: string, paragraphs = '1.  The bell rang.'): string => `VZCZCXYZ0001
RR RUEHC
DE RUEHRO #${serial} 3461200
ZNR UUUUU ZZH
R 121200Z DEC 06
FM AMEMBASSY ROME
TO RUEHC/SECSTATE WASHDC 6308
BT
UNCLAS ROME 000001

E.O. 12958: N/A
TAGS PREL, IT
SUBJECT: A BELL

${paragraphs}

EXAMPLE
BT
#${serial}
NNNN
`;
