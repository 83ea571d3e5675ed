/** The language in which the server speaks: its client hands it the words, and what has none stays English. */
import { config } from '@vscode/l10n';

/** Words of one language by the English ones, as the files in `l10n/` have them. */
type Words = Readonly<Record<string, string>>;

const isWords = (value: unknown): value is Words =>
  typeof value === 'object' && value !== null && Object.values(value).every((each) => typeof each === 'string');

/** @param options what the client said when it started: `l10n`, an option of our own client */
export function speak(options: unknown): void {
  const words = (options as { readonly l10n?: unknown } | null | undefined)?.l10n;
  config({ contents: isWords(words) ? words : {} });
}
