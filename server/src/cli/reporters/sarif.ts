import { posix, win32 } from 'node:path';
import type { Log, PhysicalLocation, ReportingDescriptor, Result } from 'sarif';
import type { Range, Row } from '../../batch/check-file';
import { type Platform, portablePath, uriOfPath } from '../../files/paths';
import { titleOf } from '../../rules/format';
import { defaultSeverity, type Rule, type Severity } from '../../rules/rule';
import { RULES } from '../../rules/table';
import { type Reporter, toJsonLine } from './reporter';

const LEVELS = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
  off: 'none',
} as const satisfies Record<Severity | 'off', string>;

/** SARIF 2.1.0, for code scanning. Only rules that found something are described. */
export function sarif(version: string): Reporter {
  const results: Result[] = [];
  const used = new Map<string, number>();
  return {
    file: ({ name, rows }) => {
      const uri = artifact(name);
      for (const row of rows) results.push(resultOf(row, uri, used));
      return '';
    },
    end: () => {
      const log: Log = {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [
          {
            tool: { driver: { name: 'cable', semanticVersion: version, rules: [...used.keys()].map(describe) } },
            columnKind: 'utf16CodeUnits',
            originalUriBaseIds: { ROOT: { uri: uriOfPath(portablePath('.')).replace(/\/?$/, '/') } },
            results,
          },
        ],
      };
      return `${toJsonLine(log)}\n`;
    },
  };
}

/** Relative to the folder of the call, so that a log can be read on another machine. */
export function artifact(name: string, platform: Platform = process.platform): { uri: string; uriBaseId?: string } {
  const isWindows = platform === 'win32';
  if ((isWindows ? win32 : posix).isAbsolute(name)) return { uri: uriOfPath(portablePath(name, platform), platform) };
  const parts = name.replace(/^\.[\\/]/, '').split(isWindows ? /[\\/]/ : '/');
  return { uri: parts.map(encodeURIComponent).join('/'), uriBaseId: 'ROOT' };
}

function resultOf(
  { rule, severity, message, range, related, fix }: Row,
  artifactLocation: { uri: string },
  used: Map<string, number>,
): Result {
  const ruleIndex = used.get(rule) ?? used.size;
  used.set(rule, ruleIndex);
  const place = (at: Range): PhysicalLocation => ({ artifactLocation, region: regionOf(at) });
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: escaped(message) },
    locations: [{ physicalLocation: place(range) }],
    ...(related && {
      relatedLocations: [
        { id: 0, message: { text: escaped(related.message) }, physicalLocation: place(related.range) },
      ],
    }),
    ...(fix && {
      fixes: [
        {
          description: { text: escaped(fix.title) },
          artifactChanges: [
            {
              artifactLocation,
              replacements: fix.edits.map((edit) => ({
                deletedRegion: regionOf(edit.range),
                insertedContent: { text: edit.text },
              })),
            },
          ],
        },
      ],
    }),
  };
}

const regionOf = ({ start, end }: Range) => ({
  startLine: start.line,
  startColumn: start.column,
  endLine: end.line,
  endColumn: end.column,
});

/** Braces are placeholders in the messages of SARIF, unless they are doubled. */
const escaped = (text: string): string => text.replace(/[{}]/g, '$&$&');

/** What the message of a rule says of any cable: `Reference … follows ….` */
const anyhow = (message: string): string => message.replace(/\{\w+\}/g, '…');

function describe(name: string): ReportingDescriptor {
  const rule = RULES.find((each) => each.name === name) as Rule;
  const sections = rule.format.map((section) => `${section} ${titleOf(section)}`).join('; ');
  return {
    id: name,
    name: name.replace(/(?:^|[/-])(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: anyhow(rule.message) },
    fullDescription: { text: escaped(rule.why) },
    help: {
      text: escaped(
        `${rule.why}\nFormat: ${sections}.${rule.fix ? `\nFix: ${rule.fix}` : ''}\nExamples: cable explain ${name}`,
      ),
      markdown: escaped(
        `${rule.why}\n\n**Format**: ${sections}.${rule.fix ? `\n\n**Fix**: ${rule.fix}` : ''}\n\n**Examples**: \`cable explain ${name}\``,
      ),
    },
    defaultConfiguration: { level: LEVELS[defaultSeverity(rule, false)] },
    properties: { tags: [name.split('/')[0]!] },
  };
}
