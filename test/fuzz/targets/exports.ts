import { toHtml } from '../../../server/src/export/html';
import { htmlBody } from '../../../server/src/export/html-body';
import { toMarkdown } from '../../../server/src/export/markdown';
import { toTei } from '../../../server/src/export/tei';
import { structure } from '../../../server/src/features/compare';
import { paragraphsOf, read, teiSchema, xmlReader } from '../../unit/export/support';
import { Breach, insist, type Target } from '../engine/target';

let xml: Awaited<ReturnType<typeof xmlReader>>;
let validate: (tei: string) => void;

/** Throws where mark-up is not well-formed. */
function texts(what: string, markup: string, path: string, namespaces?: Record<string, string>): string[] {
  try {
    return xml.texts(markup, path, namespaces);
  } catch (error) {
    throw new Breach(`${what} is not well-formed`, `${error}\n${markup}`);
  }
}
const same = (what: string, found: readonly string[], wanted: readonly string[]): void =>
  insist(
    JSON.stringify(found) === JSON.stringify(wanted),
    `${what}: every paragraph once`,
    () => `${JSON.stringify(found)}\n${JSON.stringify(wanted)}`,
  );

export const exports: Target = {
  name: 'exports',
  law: 'TEI is valid, HTML is well-formed and runs nothing, and both have the text of every paragraph once',
  longest: 3000,
  ready: async () => {
    xml = await xmlReader();
    validate = xml.validator(teiSchema());
  },
  holds: ({ text }) => {
    const { cable, document } = read(text);
    const paragraphs = paragraphsOf(cable);
    for (const isView of [false, true]) {
      const body = `<main>${htmlBody(document, { isView })}</main>`;
      same('HTML', texts('HTML', body, '//div[@class="paragraph" or starts-with(@class, "paragraph ")]'), paragraphs);
    }
    const html = toHtml(document);
    insist(
      !/<(?:script|iframe|object|embed|img|link|form|base)\b|<[^>]*\s(?:on[a-z]+|src|style)=/i.test(html),
      'HTML that runs something',
      () => html,
    );
    for (const [, address] of html.matchAll(/ href="([^"]*)"/g))
      insist(/^#[mpr0-9]*$/.test(address!), 'HTML that links to elsewhere', () => address!);
    const tei = toTei(document, 'x.cable');
    try {
      validate(tei);
    } catch (error) {
      throw new Breach('TEI is not valid', `${error}\n${tei}`);
    }
    same('TEI', texts('TEI', tei, '//t:body//t:div//t:p[@xml:id]', { t: 'http://www.tei-c.org/ns/1.0' }), paragraphs);
    toMarkdown(document);
    structure(cable);
    return undefined;
  },
};
