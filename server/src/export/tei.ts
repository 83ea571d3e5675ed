/** A cable as TEI P5 XML, in the manner of the volumes of "Foreign Relations of the United States". */
import type { Meaning } from '../meaning/meaning';
import type { Mention } from '../model/mentions';
import type { Block, CableDocument, Lines, MessageDocument, Paragraph, Part, Row, Run } from './document';
import { escapeMarkup as esc } from './escape';
import { textOf } from './runs';
import { type Target, targetsOf } from './targets';

/** @param file name of the file that the cable was read from. */
export function toTei(document: CableDocument, file: string): string {
  const terms = new Terms();
  const [first] = document.messages;
  const divs = document.messages.map((each, at) =>
    new DivWriter(each, at + 1, terms).write(at ? [] : document.archive),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">
${header(first, file)}
<text>
<body>
${divs.join('\n') || '<div type="document"><p/></div>'}
</body>
${terms.back()}</text>
</TEI>
`;
}

function header(message: MessageDocument | undefined, file: string): string {
  const date = message && dateOf(message);
  const from = rowText(message, 'from');
  const tags = message?.header.find(({ key }) => key === 'tags')?.values.map(({ runs }) => esc(textOf(runs))) ?? [];
  const title = esc(
    [message?.id, message?.title].filter((each, at, all) => each && all.indexOf(each) === at).join(': ') || file,
  );
  const bibl = [
    `<title>${title}</title>`,
    ...(from ? [`<author>${from}</author>`] : []),
    ...(date ? [date] : []),
    ...(message?.id ? [`<idno type="cable">${esc(message.id)}</idno>`] : []),
  ];
  const profile = [
    ...(date ? [`<creation>${date}</creation>`] : []),
    ...(tags.length
      ? [
          `<textClass><keywords scheme="#tags">${tags.map((each) => `<term>${each}</term>`).join('')}</keywords></textClass>`,
        ]
      : []),
  ];
  return `<teiHeader>
<fileDesc>
<titleStmt><title>${title}</title></titleStmt>
<publicationStmt><p>Encoded by machine from the file ${esc(file)}.</p></publicationStmt>
<sourceDesc><bibl>${bibl.join('')}</bibl></sourceDesc>
</fileDesc>
<encodingDesc>
<editorialDecl><p>Lines of running text were joined. Page lines, repeated classifications and release stamps were left out. Control characters were replaced.</p></editorialDecl>
<classDecl><taxonomy xml:id="tags"><bibl>Traffic Analysis by Geography and Subject (TAGS)</bibl></taxonomy></classDecl>
</encodingDesc>${profile.length ? `\n<profileDesc>${profile.join('')}</profileDesc>` : ''}
</teiHeader>`;
}

const rowText = (message: MessageDocument | undefined, key: Row['key']): string => {
  const first = message?.header.find((row) => row.key === key)?.values[0];
  return first ? esc(textOf(first.runs)) : '';
};

const dateOf = ({ date }: MessageDocument): string =>
  date ? `<date${date.utc ? ` when="${date.utc}"` : ''}>${esc(date.raw.replace(/\s+/g, ' ').trim())}</date>` : '';

/** What the text abbreviates, each once: listed at the end, and pointed to. */
class Terms {
  private readonly ids = new Map<string, { id: string; term: string; expansion: string }>();

  id({ term, expansion }: Meaning): string {
    const key = `${term}\n${expansion}`;
    let found = this.ids.get(key);
    if (!found) {
      found = { id: `t${this.ids.size + 1}`, term, expansion };
      this.ids.set(key, found);
    }
    return found.id;
  }

  back(): string {
    if (!this.ids.size) return '';
    const items = [...this.ids.values()]
      .sort((a, b) => (a.term < b.term ? -1 : a.term > b.term ? 1 : 0))
      .map(
        ({ id, term, expansion }) =>
          `<item><term xml:id="${id}">${esc(term)}</term>, <gloss>${esc(expansion)}</gloss></item>`,
      );
    return `<back>
<div type="section" xml:id="terms">
<head>Abbreviations and Terms</head>
<list type="terms">
${items.join('\n')}
</list>
</div>
</back>
`;
  }
}

/** Shown elsewhere: in the head, the opener, the text itself. */
const ELSEWHERE: ReadonlySet<Row['key']> = new Set(['date', 'subject', 'from']);

/** Whether a block is written as a note. */
const isNote = (block: Block): boolean =>
  block.kind === 'lines' || (block.kind === 'paragraph' && block.role === 'summary');

class DivWriter {
  private readonly named = new Set<string>();
  private readonly id: string;
  private readonly targetOf: (mention: Mention) => Target | null;
  private count = 0;

  constructor(
    private readonly message: MessageDocument,
    private readonly number: number,
    private readonly terms: Terms,
  ) {
    this.id = `d${number}`;
    this.targetOf = targetsOf(message);
  }

  write(archive: readonly Row[]): string {
    const { title, titleMark, blocks, signers, after, header } = this.message;
    const parts = [
      `<div type="document" subtype="historical-document" n="${this.number}" xml:id="${this.id}">`,
      `<head>${titleMark ? `(${esc(titleMark)}) ` : ''}${esc(title)}</head>`,
    ];
    if (archive.length)
      parts.push(
        `<note type="source" rend="inline">${this.list(
          'attributes',
          archive.map(({ label, values }) => `${esc(label)}: ${values.map(({ runs }) => this.runs(runs)).join(' ')}`),
        )}</note>`,
      );
    const from = rowText(this.message, 'from');
    const date = dateOf(this.message);
    if (from || date)
      parts.push(
        `<opener><dateline>${[from && `<name type="post">${from}</name>`, date].filter(Boolean).join(', ')}</dateline></opener>`,
      );
    // A label may have nothing behind it; TEI has no list of nothing.
    const rows = header.filter(({ key, values }) => !ELSEWHERE.has(key) && values.length > 0);
    for (const row of rows) parts.push(this.row(row));
    this.blocks(blocks, parts);
    // What the content of a division has to have, notes aside.
    if (!rows.length && blocks.every(isNote)) parts.push('<p/>');
    if (signers.length)
      parts.push(`<closer>${signers.map(({ name }) => `<signed>${esc(name)}</signed>`).join('')}</closer>`);
    if (after) parts.push(`<postscript><p>${this.lines(after)}</p></postscript>`);
    parts.push('</div>');
    return parts.join('\n');
  }

  private row({ key, label, values }: Row): string {
    const items = values.map(({ runs, aside }) => {
      const text = this.runs(runs);
      if (!aside) return text;
      return key === 'tags' ? `<term>${text}</term>, <gloss>${esc(aside)}</gloss>` : `${text} ${esc(aside)}`;
    });
    return this.list(key, items, label);
  }

  private list(type: string, items: readonly string[], head = ''): string {
    const all = items.map((item) => `<item>${item}</item>`);
    return `<list type="${type}">${head ? `<head>${esc(head)}</head>` : ''}${all.join('')}</list>`;
  }

  /** Paragraphs under a heading are a section; those of a summary and of a quoted text are held together. */
  private blocks(blocks: readonly Block[], parts: string[]): void {
    let section = false;
    let wrapped: 'note' | 'quote' | null = null;
    const wrap = (next: typeof wrapped): void => {
      if (wrapped === next) return;
      if (wrapped) parts.push(`</${wrapped}>`);
      if (next) parts.push(next === 'note' ? '<note type="summary" rend="inline">' : '<quote>');
      wrapped = next;
    };
    for (const block of blocks) {
      if (block.kind !== 'paragraph') wrap(null);
      if (block.kind === 'heading') {
        if (section) parts.push('</div>');
        parts.push(`<div type="section">`, `<head>${this.runs(block.runs)}</head>`);
        section = true;
      } else if (block.kind === 'lines') parts.push(`<note type="header" rend="inline">${this.lines(block)}</note>`);
      else {
        wrap(block.role === 'summary' ? 'note' : block.role === 'quoted-text' ? 'quote' : null);
        parts.push(this.paragraph(block));
      }
    }
    wrap(null);
    if (section) parts.push('</div>');
  }

  private paragraph({ number, mark, parts }: Paragraph): string {
    const n = number === null ? '' : ` n="${esc(number)}"`;
    const head = [
      ...(number === null ? [] : [`${esc(number)}.`]),
      ...(mark === null ? [] : [`<hi rend="portion-mark">(${esc(mark)})</hi>`]),
    ];
    const all = [...head, ...parts.map((each) => this.part(each))];
    return `<p${n} xml:id="${this.id}p${++this.count}">${all.join(' ')}</p>`;
  }

  private part(part: Part): string {
    if (part.kind === 'prose') return this.runs(part.runs);
    if (part.kind === 'lines') return `<hi rend="preformatted" xml:space="preserve">${this.lines(part)}</hi>`;
    const items = part.items.map(
      ({ marker, runs }) => `<item>${marker ? `${esc(marker)} ` : ''}${this.runs(runs)}</item>`,
    );
    return `<list rend="marked">${items.join('')}</list>`;
  }

  private lines({ lines }: Lines): string {
    return lines.map((runs) => this.runs(runs)).join('<lb/>\n');
  }

  private runs(runs: readonly Run[]): string {
    let xml = '';
    for (const { text, mention, meaning } of runs) {
      const escaped = esc(text);
      if (mention) xml += this.mention(mention, escaped);
      else if (meaning) xml += `<gloss target="#${this.terms.id(meaning)}">${escaped}</gloss>`;
      else xml += escaped;
    }
    return xml;
  }

  private mention(mention: Mention, text: string): string {
    const { kind, ids } = mention;
    const target = this.targetOf(mention);
    const id = target && `${this.id}${target.kind[0]}${target.at}`;
    const cited = ids.length ? ` cRef="${esc(ids.join(' '))}"` : '';
    if (kind === 'entry') {
      // An entry that is written in two pieces is one.
      const named = id && !this.named.has(id) ? ` xml:id="${id}"` : '';
      if (id) this.named.add(id);
      return `<ref type="cable"${named}${cited}>${text}</ref>`;
    }
    if (id) return `<ref target="#${id}">${text}</ref>`;
    return cited ? `<ref type="cable"${cited}>${text}</ref>` : text;
  }
}
