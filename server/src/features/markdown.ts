/** Hover cards as Markdown and as plain text: the one place where Markdown is made. */

/** A piece of a line: plain text, text that matters most, or a way to a line (0-based) of the cable or of another file. */
export type Part =
  | string
  | { readonly strong: string }
  | { readonly text: string; readonly line: number; readonly uri?: string };

export interface Card {
  /** What the word stands for: shown in bold. */
  readonly title: string;
  /** What is said beside the title: the word itself, its kind. */
  readonly aside?: string;
  /** Each line is shown on its own; empty ones are left out. */
  readonly lines: readonly (string | readonly Part[])[];
  readonly source?: string;
}

/** Text of a file or table, so that nothing in it becomes a link, an image or HTML. */
export const escapeMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]()#+\-.!|<>~&]/g, '\\$&');

/** An address that cannot end the link it stands in. */
export const linkTarget = (uri: string): string =>
  uri.replace(/[()<>|\\\s]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);

/** @param uri of the document, for links into it; without one, places are told but not linked. */
export function toMarkdown(cards: readonly Card[], uri?: string): string {
  const part = (each: Part): string => {
    if (typeof each === 'string') return escapeMarkdown(each);
    if ('strong' in each) return `**${escapeMarkdown(each.strong)}**`;
    const text = escapeMarkdown(each.text);
    const target = each.uri ?? uri;
    return target?.startsWith('file:') ? `[${text}](${linkTarget(target)}#L${each.line + 1})` : text;
  };
  return cards
    .map(({ title, aside, lines, source }) =>
      [
        `**${escapeMarkdown(title)}**${aside ? ` · ${escapeMarkdown(aside)}` : ''}`,
        ...lines
          .filter((line) => line.length > 0)
          .map((line) => (typeof line === 'string' ? part(line) : line.map(part).join(''))),
        ...(source ? [`*${escapeMarkdown(source)}*`] : []),
      ].join('\n\n'),
    )
    .join('\n\n---\n\n');
}

export const toPlainText = (cards: readonly Card[]): string =>
  cards
    .map(({ title, aside, lines, source }) =>
      [
        aside ? `${title} (${aside})` : title,
        ...lines
          .filter((line) => line.length > 0)
          .map((line) => (typeof line === 'string' ? line : line.map(plain).join(''))),
        ...(source ? [`Source: ${source}`] : []),
      ].join('\n'),
    )
    .join('\n\n');

const plain = (part: Part): string =>
  typeof part === 'string' ? part : 'strong' in part ? `[${part.strong}]` : part.text;
