/** "Glossary of this cable" as a Markdown page. */
import * as l10n from '@vscode/l10n';
import type { Glossary } from '../meaning/glossary';
import { glossaryOf } from '../meaning/glossary-of';
import { escapeMarkdown, linkTarget } from './markdown';
import { nameOf, type Snapshot } from './snapshot';

/**
 * @param folder the URI of the workspace folder. Links are paths from it, as previews follow no others; without one, and for a cable
 * outside it, lines are only named.
 */
export function glossaryPage(
  { cable, view, uri, lines }: Snapshot,
  glossary: Glossary,
  folder: string | null = null,
): string {
  const used = glossaryOf(cable, glossary);
  const title = view.reference?.id ?? nameOf(uri);
  const link = folder && uri.startsWith(`${folder}/`) ? linkTarget(uri.slice(folder.length)) : null;
  const rows = used.map(({ term, meaning, count, first }) => {
    const line = lines.lineAt(first) + 1;
    const place = link ? `[${line}](${link}#L${line})` : String(line);
    const aside = [meaning.kind, meaning.because].filter(Boolean).map(escapeMarkdown).join('; ');
    const meant = `${escapeMarkdown(meaning.expansion)}${aside ? ` *(${aside})*` : ''}`;
    return `| **${escapeMarkdown(term)}** | ${meant} | ${count} | ${place} |`;
  });
  return [
    `# ${l10n.t('Glossary of {0}', escapeMarkdown(title))}`,
    '',
    ...(rows.length
      ? [
          `| ${[l10n.t('Term'), l10n.t('Meaning'), l10n.t('Times'), l10n.t('First in line')].join(' | ')} |`,
          '| --- | --- | ---: | ---: |',
          ...rows,
        ]
      : [l10n.t('Nothing in this cable needs explaining.')]),
    '',
  ].join('\n');
}
