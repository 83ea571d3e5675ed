/** Writes `server/src/rules/table.ts`: every rule has a file of its own, and the table lists them all. `npm run rules` runs it. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib.mjs';

const folder = join(root, 'server', 'src', 'rules');
const GROUPS = ['archive', 'header', 'body', 'text', 'xref'];

/** Names of all rules, from the files that define them. */
export const ruleNames = () =>
  GROUPS.flatMap((group) =>
    readdirSync(join(folder, group))
      .filter((file) => readFileSync(join(folder, group, file), 'utf8').includes(`name: '${group}/`))
      .map((file) => `${group}/${file.replace(/\.ts$/, '')}`)
      .sort(),
  );

const camel = (name) => name.replace(/[-/]([a-z0-9])/g, (_, letter) => letter.toUpperCase());

export function writeRulesTable() {
  const names = ruleNames();
  const text = `/** All rules. Written by \`npm run rules\` from the files of the folders beside it. */
${[
  "import type { Rule } from './rule';",
  ...names.map((name) => `import { ${camel(name.split('/')[1])} as ${camel(name)} } from './${name}';`),
]
  .sort((a, b) => (a.split("'")[1] < b.split("'")[1] ? -1 : 1))
  .join('\n')}

export const RULES: readonly Rule[] = [
${names.map((name) => `  ${camel(name)},`).join('\n')}
];
`;
  writeFileSync(join(folder, 'table.ts'), text);
}

if (process.argv[1]?.endsWith('rules-table.mjs')) writeRulesTable();
