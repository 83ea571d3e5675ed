import { Uri, workspace } from 'vscode';

/** The names of the reference tables; put in by the bundler. */
declare const TABLES: readonly string[];

/** Reads the server's reference tables when they are first asked for. */
export function readTables(extension: Uri): () => Promise<Readonly<Record<string, string>>> {
  let read: Promise<Readonly<Record<string, string>>> | undefined;
  const all = async (): Promise<Readonly<Record<string, string>>> => {
    const texts = TABLES.map(async (name) => {
      const bytes = await workspace.fs.readFile(Uri.joinPath(extension, 'dist', 'data', `${name}.json`));
      return [name, new TextDecoder().decode(bytes)] as const;
    });
    return Object.fromEntries(await Promise.all(texts));
  };
  return () => {
    read ??= all();
    return read;
  };
}
