/** The one place where Markdown is made. Text of a file or table is escaped: nothing in it becomes a link, an image or HTML. */
export const escapeMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]()#+\-.!|<>~&]/g, '\\$&');

export interface Card {
  readonly title: string;
  /** Each line is shown on its own; plain text. */
  readonly lines: readonly string[];
  readonly source?: string;
}

export function toMarkdown(cards: readonly Card[]): string {
  return cards
    .map(({ title, lines, source }) => {
      const parts = [`**${escapeMarkdown(title)}**`, ...lines.filter(Boolean).map(escapeMarkdown)];
      if (source) parts.push(`*${escapeMarkdown(source)}*`);
      return parts.join('\n\n');
    })
    .join('\n\n---\n\n');
}

export const toPlainText = (cards: readonly Card[]): string =>
  cards
    .map(({ title, lines, source }) => [title, ...lines.filter(Boolean), source ?? ''].filter(Boolean).join('\n'))
    .join('\n\n');
