/** "Glossary of this cable" as a Markdown page. */
import type { Glossary } from '../meaning/glossary';
import { glossaryOf } from '../meaning/glossary-of';
import { escapeMarkdown } from './markdown';
import type { Snapshot } from './snapshot';

export function glossaryPage({ cable, view, uri, lines }: Snapshot, glossary: Glossary): string {
  const used = glossaryOf(cable, glossary);
  const title = view.reference?.id ?? decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
  const link = uri.startsWith('file:') ? uri.replace(/[()\s<>|]/g, encodeURIComponent) : null;
  const rows = used.map(({ term, meaning, count, first }) => {
    const line = lines.lineAt(first) + 1;
    const place = link ? `[${line}](${link}#L${line})` : String(line);
    const cells = [term, meaning.expansion, meaning.kind, meaning.because].map((each) => escapeMarkdown(each));
    return `| **${cells[0]}** | ${cells[1]} | ${cells[2]} | ${count} | ${place} | ${cells[3]} |`;
  });
  return [
    `# Glossary of ${escapeMarkdown(title)}`,
    '',
    rows.length ? '| Term | Meaning | Kind | Times | First in line | Why |' : 'Nothing in this cable needs explaining.',
    ...(rows.length ? ['| --- | --- | --- | ---: | ---: | --- |', ...rows] : []),
    '',
  ].join('\n');
}
