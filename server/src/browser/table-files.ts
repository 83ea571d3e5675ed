/** The reference tables, handed over by the client, which reads them where the extension lies. */

let tables: Readonly<Record<string, string>> = {};

/** @param texts the tables as the build has written them, by the names of their files in `data/` */
export function takeTables(texts: Readonly<Record<string, string>>): void {
  tables = texts;
}

/** In place of the one that reads a disk. */
export function tableText(name: string): string {
  const text = tables[name];
  if (text === undefined) throw new Error(`There is no table ${name}.`);
  return text;
}
