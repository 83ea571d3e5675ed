/** The open document: an invented cable, and the same words as Markdown; in each one paragraph in eleven has a mistake that its server finds. */
import { generate } from '../../support/generate';
import { asMarkdown } from '../markdown';

export type Language = 'cable' | 'markdown';

const EACH = 11;

/** @param size in characters; it comes near. */
export function documentOf(language: Language, size: number): string {
  const { id, text } = generate(7, { layout: 'cablegate', level: 'CONFIDENTIAL', size });
  return language === 'cable'
    ? everyEleventh(text, /^(¶\d+\. {2})\([CU]\)/gm, '$1(Q)')
    : everyEleventh(asMarkdown(id, text), /^(\d+\\\..{40,})$/gm, '$1 ');
}

function everyEleventh(text: string, pattern: RegExp, mistaken: string): string {
  let count = 0;
  return text.replace(pattern, (all, kept: string) => (++count % EACH === 0 ? mistaken.replace('$1', kept) : all));
}
