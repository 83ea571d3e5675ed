import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type CableDocument, documentOf } from '../../../server/src/export/document';
import { NO_GLOSSARY } from '../../../server/src/meaning/glossary';
import { paragraphText } from '../../../server/src/model/body';
import { parse } from '../../../server/src/syntax/parse';
import type { Cable } from '../../../server/src/syntax/tree';
import { allCables } from '../../support/fixtures';
import { random } from '../../support/random';

const root = join(__dirname, '..', '..', '..');

/** Every invented cable of the project. */
export function cables(): [name: string, text: string][] {
  const more = ['samples/library', 'test/corpus/good'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.cable'))
      .map((name): [string, string] => [name, readFileSync(join(root, folder, name), 'utf8')]),
  );
  return [...allCables(), ...more];
}

const JUNK =
  '<|>|&|"|\'|&amp;|<script>|]]>|`|```|\\|*|_|\0|\x01|\ud800|\udc00|\uffff|\x85|[x](y)|<!--|-->|$|#|\n\n|\n# |\n- |\n> |\n    '.split(
    '|',
  );

/** Cables with characters of mark-up, and of no text at all, put into them at random. */
export function spoilt(count: number): [name: string, text: string][] {
  const from = random(7);
  const all = cables().filter(([, text]) => text.length > 200 && text.length < 6000);
  return Array.from({ length: count }, (_, i): [string, string] => {
    let text = from.pick(all)[1];
    for (let k = 0; k < 12; k++) {
      const at = from.int(0, text.length);
      text = text.slice(0, at) + from.pick([...JUNK, '|']) + text.slice(at);
    }
    return [`spoilt ${i}`, text];
  });
}

export function read(text: string): { cable: Cable; document: CableDocument } {
  const cable = parse(text);
  return { cable, document: documentOf(cable, 'x.cable', NO_GLOSSARY) };
}

/** What can be seen of a text, without what no export can contain. */
export const visible = (text: string): string =>
  text.replace(/[\0-\x20\x7f-\xa0\ufeff\ufffd\ufffe\uffff\s]|\p{Surrogate}/gu, '');

/** What an export has to hold, each once and in this order: number, mark and text of every paragraph. */
export const paragraphsOf = (cable: Cable): string[] =>
  cable.messages.flatMap(({ body }) =>
    body.sections.flatMap(({ paragraphs }) =>
      paragraphs.map((each) => {
        const { number, mark } = each;
        const written = (at: typeof number, before: string, after: string) =>
          at ? before + cable.clean.slice(at.start, at.end) + after : '';
        return visible(written(number, '', '.') + written(mark, '(', ')') + paragraphText(cable, each));
      }),
    ),
  );

/** Reads XML and tells what is in its elements; throws where it is not well-formed. The parser is loaded when it is first needed. */
export async function xmlReader() {
  const { XmlDocument, RelaxNGValidator } = await import('libxml2-wasm');
  return {
    /** The visible text of each element that a path finds, in order. */
    texts(xml: string, path: string, namespaces: Record<string, string> = {}): string[] {
      const document = XmlDocument.fromString(xml);
      try {
        return document.find(path, namespaces).map(({ content }) => visible(content));
      } finally {
        document.dispose();
      }
    },
    /** Throws with what is wrong. */
    validator(schema: Buffer): (xml: string) => void {
      const grammar = XmlDocument.fromBuffer(schema);
      const validator = RelaxNGValidator.fromDoc(grammar);
      return (xml) => {
        const document = XmlDocument.fromString(xml);
        try {
          validator.validate(document);
        } finally {
          document.dispose();
        }
      };
    },
  };
}

export const teiSchema = (): Buffer =>
  gunzipSync(readFileSync(join(root, 'test', 'fixtures', 'tei', 'freedict-P5.rng.gz')));
