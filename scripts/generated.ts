/** Everything that is made from the table of rules: pages, schema of the configuration, settings of the editor. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LEVELS, type Level, SELECTORS } from '../server/src/config/names';
import { rulePage } from '../server/src/features/rule-page';
import { defaultSeverity, GROUPS, type Rule } from '../server/src/rules/rule';
import { RULES } from '../server/src/rules/table';

const root = join(__dirname, '..');

/** Path in the project → what it must contain. */
export function generated(): Map<string, string> {
  const files = new Map<string, string>();
  for (const rule of RULES) files.set(`docs/rules/${rule.name}.md`, rulePage(rule));
  files.set('docs/rules/README.md', indexPage());
  files.set('schemas/cablerc.schema.json', json(configSchema()));
  const manifest = read('package.json') as Manifest;
  const group = manifest.contributes.configuration.find(({ properties }) => 'cable.rules' in properties);
  Object.assign(group!.properties['cable.rules']!, rulesSetting());
  files.set('package.json', json(manifest));
  files.set('package.nls.json', json({ ...(read('package.nls.json') as object), ...SETTING_WORDS }));
  return files;
}

interface Manifest {
  contributes: { configuration: { properties: Record<string, object> }[] };
}

const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const TITLES: Record<(typeof GROUPS)[number], string> = {
  archive: "The archive's wrapper",
  header: 'Lines of the header, each by itself',
  body: 'Paragraphs, headings, blocks, page lines, signature',
  text: 'Width and characters',
  xref: 'Lines that must agree',
};

function indexPage(): string {
  const rows = (group: string): string =>
    RULES.filter(({ name }) => name.startsWith(`${group}/`))
      .map(
        (rule) =>
          `| [${rule.name}](${rule.name}.md) | ${severities(rule)} | ${rule.fix ? 'yes' : ''} | ${rule.message.replaceAll('|', '\\|')} |`,
      )
      .join('\n');
  return `# Rules

Written by \`npm run rules\` from the table of rules; each page shows what the rule says, when it is silent, and examples that are run by the tests.
Each rule, and each group (\`${SELECTORS.join('`, `')}\`), can be set to ${LEVELS.map((level) => `\`${level}\``).join(', ')}: see [the configuration](../configuration.md).
Where two severities stand, the second is that in an archive's record, which is not a text to improve.

${GROUPS.map((group) => `## ${TITLES[group]}\n\n| rule | severity | fix | says |\n| --- | --- | --- | --- |\n${rows(group)}`).join('\n\n')}
`;
}

function severities(rule: Rule): string {
  const [draft, record] = [defaultSeverity(rule, false), defaultSeverity(rule, true)];
  return draft === record ? draft : `${draft}, ${record}`;
}

const about = (rule: Rule): string =>
  `${rule.message}\n\n${rule.why}\n\nDefault: ${severities(rule)}.${rule.fix ? ` Fix: ${rule.fix}` : ''}`;
const SELECTOR_WORDS: Record<string, string> = {
  '*': 'All rules that are not off by default.',
  style: 'Advice to drafters.',
  ...Object.fromEntries(GROUPS.map((group) => [`${group}/*`, `${TITLES[group]}.`])),
};

const SELECTOR_NAMES = [...SELECTORS, ...RULES.map(({ name }) => name)];

const LEVEL_WORDS: Record<Level, string> = {
  error: 'Red; `cable check` ends with the exit code 1.',
  warning: 'Yellow; `cable check` counts it for `--max-warnings`.',
  information: 'Blue.',
  hint: 'Shown by a few dots, in no list.',
  off: 'Not looked for.',
  default: 'As if nothing were said here.',
};

/** Names and severities; editors complete both, and explain them. */
const levels = (
  describe: (rule: Rule) => string,
  ofSelector = (name: string): string => SELECTOR_WORDS[name]!,
  ofLevel = (level: Level): string => LEVEL_WORDS[level],
): object => ({
  propertyNames: {
    enum: SELECTOR_NAMES,
    markdownEnumDescriptions: [...SELECTORS.map(ofSelector), ...RULES.map(describe)],
  },
  additionalProperties: { enum: LEVELS, markdownEnumDescriptions: LEVELS.map(ofLevel) },
});

/** Texts of the manifest lie in files of their own, by keys, so that they can be translated. */
const keyOf = (name: string): string => `setting.rules.${name === '*' ? 'all' : name.replace('/*', '')}`;
const SETTING_WORDS: Record<string, string> = Object.fromEntries(
  [...Object.entries(SELECTOR_WORDS), ...Object.entries(LEVEL_WORDS)].map(([name, words]) => [keyOf(name), words]),
);

/** In the manifest only what completion needs: the pages tell the rest. What a rule says, it says in English. */
const rulesSetting = (): object =>
  levels(
    ({ message }) => message,
    (name) => `%${keyOf(name)}%`,
    (level) => `%${keyOf(level)}%`,
  );

function configSchema(): object {
  const rules = {
    type: 'object',
    description: 'Severities of rules and groups of rules. Narrow names count before wide ones.',
    ...levels(about),
  };
  const strings = { type: 'array', items: { type: 'string' } };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: '.cablerc.json: configuration of the checker',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      extends: {
        description: 'Other configurations that this one builds on, relative to this file.',
        anyOf: [{ type: 'string' }, strings],
      },
      rules: { $ref: '#/$defs/rules' },
      overrides: {
        description: 'Rules for some cables only; later ones count before earlier ones.',
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['files'],
          properties: {
            files: { description: 'Globs, relative to this file.', anyOf: [{ type: 'string' }, strings] },
            rules: { $ref: '#/$defs/rules' },
          },
        },
      },
      ignore: {
        description: 'Cables that the check of a folder passes over: globs, relative to this file.',
        anyOf: [{ type: 'string' }, strings],
      },
      silence: {
        description: 'Single findings that are not shown.',
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['file', 'rule'],
          properties: {
            file: { description: 'The cable, relative to this file; may be a glob.', type: 'string' },
            rule: { enum: RULES.map(({ name }) => name) },
            line: {
              description: 'The text of the line at which the finding stands; all lines when absent.',
              type: 'string',
            },
            why: { description: 'For readers of this file.', type: 'string' },
          },
        },
      },
    },
    $defs: { rules },
  };
}
