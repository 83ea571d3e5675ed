/** Text of files as text of HTML and XML, and of Markdown. */

/** What neither XML 1.0 nor HTML can contain: control characters, halves of characters, what is no character. */
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]|\p{Surrogate}/gu;
const REPLACEMENT = '\ufffd';
export const replaceForbidden = (text: string): string => text.replace(FORBIDDEN, REPLACEMENT);

const MARKUP: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** In elements and in quoted attributes, of HTML and of XML. */
export const escapeMarkup = (text: string): string =>
  replaceForbidden(text).replace(/[&<>"']/g, (char) => MARKUP[char]!);

/** Within a line of Markdown: nothing in it becomes a link, an image, HTML, emphasis or a formula. */
export const escapeInline = (text: string): string =>
  replaceForbidden(text)
    .replace(/[\r\n]+/g, ' ')
    .replace(/[\\`*_[\]<>|~$]|&(?=[#a-z])/gi, '\\$&');

/** A line of Markdown that begins with this text: it becomes no heading, list, quotation, rule or code either. */
export const escapeLine = (text: string): string =>
  escapeInline(text.trimStart())
    .replace(/^(?=[#+=:-])/, '\\')
    .replace(/^(\d{1,9})(?=[.)])/, '$1\\');
