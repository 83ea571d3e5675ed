/** A cable in another form: what is exported from the editor and by the command. */
import { documentOf } from '../export/document';
import { toHtml } from '../export/html';
import { toMarkdown } from '../export/markdown';
import { toTei } from '../export/tei';
import type { Glossary } from '../meaning/glossary';
import { toJson } from '../model/json';
import { check, countBySeverity } from '../rules/check';
import type { Cable } from '../syntax/tree';

/** `json` is what `cable json` prints. */
export const EXPORT_FORMATS = ['markdown', 'html', 'tei', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** @param file the name of its file, for titles and sources. */
export function exportCable(cable: Cable, file: string, to: ExportFormat, glossary: Glossary): string {
  if (to === 'json') return `${JSON.stringify(toJson(cable, file, countBySeverity(check(cable))))}\n`;
  const document = documentOf(cable, file, glossary);
  return to === 'markdown' ? toMarkdown(document) : to === 'html' ? toHtml(document) : toTei(document, file);
}
