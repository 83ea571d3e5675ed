/** A cable as the body of an HTML page: the typeset page that is exported, and read beside the text. */
import { term } from '../data/terms';
import type { Meaning } from '../meaning/meaning';
import type { Level } from '../model/classification';
import type { Mention } from '../model/mentions';
import type { Block, CableDocument, Lines, MessageDocument, Paragraph, Part, Row, Run } from './document';
import { escapeMarkup } from './escape';
import { type Target, targetsOf } from './targets';

export interface HtmlOptions {
  /**
   * For a view beside the text: blocks carry the line at which they begin in `data-line` (from 0), references the numbers of the cables
   * that they mean in `data-id`, separated by blanks.
   */
  readonly isView: boolean;
}

/** Everything below `<main>`; all text of the cable is escaped, and there are no scripts, styles or addresses in it. */
export function htmlBody({ messages, archive }: CableDocument, options: HtmlOptions): string {
  const several = messages.length > 1;
  const parts = messages.map((each, at) => new MessageWriter(each, at + 1, several, options).write());
  if (several) parts.unshift(`<h1>${messages.length} messages</h1>`);
  if (archive.length)
    parts.push(
      `<details class="archive">\n<summary>Archive</summary>\n${new RowWriter(options).table(archive)}\n</details>`,
    );
  return parts.join('\n');
}

const LEVELS: Readonly<Record<Level, string>> = {
  UNCLASSIFIED: 'unclassified',
  'LIMITED OFFICIAL USE': 'restricted',
  CONFIDENTIAL: 'confidential',
  SECRET: 'secret',
  'TOP SECRET': 'top-secret',
};
const MARKS: Readonly<Record<string, string>> = {
  U: 'unclassified',
  SBU: 'restricted',
  LOU: 'restricted',
  C: 'confidential',
  S: 'secret',
  TS: 'top-secret',
};

/** A badge in the colour of its level. */
function badge(mark: string): string {
  const level = /^[A-Z]+/.exec(mark.toUpperCase())?.[0] ?? '';
  const name = term('portion-mark', level)?.name;
  const title = name ? ` title="${escapeMarkup(name)}"` : '';
  return `<span class="mark ${MARKS[level] ?? 'other'}"${title}>(${escapeMarkup(mark)})</span>`;
}

class RowWriter {
  constructor(protected readonly options: HtmlOptions) {}

  protected at(line: number): string {
    return this.options.isView ? ` data-line="${line}"` : '';
  }

  table(rows: readonly Row[]): string {
    const all = rows.map(
      (row) =>
        `<tr${this.at(row.line)}><th scope="row">${escapeMarkup(row.label)}</th><td>${row.values.map((each) => this.value(each, row)).join('')}</td></tr>`,
    );
    return `<table class="header">\n<tbody>\n${all.join('\n')}\n</tbody>\n</table>`;
  }

  private value({ runs, aside }: Row['values'][number], { key }: Row): string {
    const text = this.runs(runs);
    if (key === 'tags')
      return `<span class="tag">${aside ? `<abbr title="${escapeMarkup(aside)}">${text}</abbr>` : text}</span> `;
    return `<div>${text}${aside ? ` <span class="aside">${escapeMarkup(aside)}</span>` : ''}</div>`;
  }

  /** @param isKept blanks are shown as they are; else two of them only where the first cannot be folded away. */
  protected runs(runs: readonly Run[], isKept = false): string {
    let html = '';
    for (const { text, mention, meaning } of runs) {
      const escaped = escapeMarkup(isKept ? text : text.replaceAll('  ', '\u00a0 '));
      if (mention) html += this.mention(mention, escaped);
      else if (meaning) html += `<abbr title="${titleOf(meaning)}">${escaped}</abbr>`;
      else html += escaped;
    }
    return html;
  }

  protected mention(_mention: Mention, text: string): string {
    return text;
  }
}

const titles = new WeakMap<Meaning, string>();
/** Escaped once for all the places at which a word stands. */
function titleOf(meaning: Meaning): string {
  let title = titles.get(meaning);
  if (title === undefined) {
    title = escapeMarkup(meaning.expansion);
    titles.set(meaning, title);
  }
  return title;
}

class MessageWriter extends RowWriter {
  private readonly prefix: string;
  private readonly targetOf: (mention: Mention) => Target | null;
  private count = 0;

  constructor(
    private readonly message: MessageDocument,
    number: number,
    private readonly isOneOfSeveral: boolean,
    options: HtmlOptions,
  ) {
    super(options);
    this.prefix = `m${number}`;
    this.targetOf = targetsOf(message);
  }

  write(): string {
    const { title, titleMark, header, blocks, signers, after, line } = this.message;
    const name = this.isOneOfSeveral ? 'h2' : 'h1';
    const parts = [`<article class="cable"${this.at(line)}>`, '<header>'];
    parts.push(...this.level());
    parts.push(`<${name}>${titleMark ? `${badge(titleMark)} ` : ''}${escapeMarkup(title)}</${name}>`);
    const shown = header.filter(({ key }) => key !== 'subject' && !HIDDEN.has(key));
    if (shown.length) parts.push(this.table(shown));
    const hidden = header.filter(({ key }) => HIDDEN.has(key));
    if (hidden.length) parts.push(`<details>\n<summary>Transmission</summary>\n${this.table(hidden)}\n</details>`);
    parts.push('</header>');
    this.blocks(blocks, parts);
    for (const each of signers) parts.push(`<p class="signature"${this.at(each.line)}>${escapeMarkup(each.name)}</p>`);
    if (after) parts.push(this.lines(after));
    parts.push('</article>');
    return parts.join('\n');
  }

  private level(): string[] {
    const { level, isSensitive } = this.message;
    if (!level) return [];
    return level === 'UNCLASSIFIED' && isSensitive
      ? ['<p class="level restricted">SENSITIVE BUT UNCLASSIFIED</p>']
      : [`<p class="level ${LEVELS[level]}">${level}</p>`];
  }

  private blocks(blocks: readonly Block[], parts: string[]): void {
    const name = this.isOneOfSeveral ? 'h3' : 'h2';
    let isQuoted = false;
    for (const block of blocks) {
      const quoted: boolean = block.kind === 'paragraph' && block.role === 'quoted-text';
      if (quoted !== isQuoted) parts.push(quoted ? '<blockquote>' : '</blockquote>');
      isQuoted = quoted;
      if (block.kind === 'heading') parts.push(`<${name}${this.at(block.line)}>${this.runs(block.runs)}</${name}>`);
      else parts.push(block.kind === 'lines' ? this.lines(block) : this.paragraph(block));
    }
    if (isQuoted) parts.push('</blockquote>');
  }

  private paragraph({ number, mark, parts, role, line }: Paragraph): string {
    const id = `${this.prefix}p${++this.count}`;
    const numbered = number === null ? '' : `<span class="number">${escapeMarkup(number)}.</span> `;
    const head = numbered + (mark === null ? '' : `${badge(mark)} `);
    const [first] = parts;
    const rest = first?.kind === 'prose' ? parts.slice(1) : parts;
    const opening = first?.kind === 'prose' ? this.runs(first.runs) : '';
    const html = head || opening ? [`<p>${(head + opening).trimEnd()}</p>`] : [];
    for (const each of rest) html.push(this.part(each));
    const roles = role && role !== 'quoted-text' ? ` ${role}` : '';
    return `<div class="paragraph${roles}" id="${id}"${this.at(line)}>${html.join('\n')}</div>`;
  }

  private part(part: Part): string {
    if (part.kind === 'prose') return `<p${this.at(part.line)}>${this.runs(part.runs)}</p>`;
    if (part.kind === 'lines') return this.lines(part);
    const items = part.items.map(
      ({ marker, runs, line }) =>
        `<li${this.at(line)}><span class="marker">${escapeMarkup(marker)}</span> ${this.runs(runs)}</li>`,
    );
    return `<ul>\n${items.join('\n')}\n</ul>`;
  }

  private lines({ lines, line }: Lines): string {
    return `<pre${this.at(line)}>${lines.map((runs) => this.runs(runs, true)).join('\n')}</pre>`;
  }

  protected override mention(mention: Mention, text: string): string {
    const { kind, ids } = mention;
    const { isView } = this.options;
    const target = this.targetOf(mention);
    const id = target && `${this.prefix}${target.kind[0]}${target.at}`;
    const cited = isView && ids.length ? ` data-id="${escapeMarkup(ids.join(' '))}"` : '';
    if (kind === 'entry')
      return cited
        ? `<a class="ref" id="${id}" href="#"${cited}>${text}</a>`
        : `<span class="ref" id="${id}">${text}</span>`;
    if (!id && !cited) return kind === 'paragraph' ? text : `<span class="ref">${text}</span>`;
    const line = target?.line === null || !target ? '' : this.at(target.line);
    return `<a class="ref" href="#${id ?? ''}"${line}${cited}>${text}</a>`;
  }
}

/** What only a specialist of relays reads. */
const HIDDEN: ReadonlySet<Row['key']> = new Set(['transmission']);
