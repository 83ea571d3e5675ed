/**
 * Web copies of cables carry HTML entities, tags and backslashes for line breaks (FORMAT 1.3). They are decoded in place:
 * the result has the same length, and what falls away becomes U+FEFF. JavaScript counts U+FEFF as white space, so the
 * patterns of the parser see a blank, and no map between two sets of offsets is needed.
 */
export const FILLER = '\uFEFF';

const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  para: '¶',
  sect: '§',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  middot: '·',
  bull: '•',
  pound: '£',
  euro: '€',
  iquest: '¿',
  eacute: 'é',
  aacute: 'á',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  ntilde: 'ñ',
  ccedil: 'ç',
  ouml: 'ö',
  uuml: 'ü',
  auml: 'ä',
};

/** Those that are no blanks and no breaks. */
const CONTROL = /[\0-\x08\x0e-\x1f\x7f]/g;
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi;
/** A tag is short and on one line: a lone `<` in a text that is not HTML must not swallow what follows. */
const TAG = /<\/?[a-z][^<>\n]{0,400}>/gi;
const BACKSLASH_BREAK = /\\(?=[ \t]*[\r\n])/g;

/** The character an entity stands for, or null for a name that is not known. */
function character(decimal?: string, hexadecimal?: string, name?: string): string | null {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? null;
  const code = decimal !== undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hexadecimal!, 16);
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : null;
}

const WEB = /<\/?(?:pre|html|body|p|br|div|code)\b/i;

/** Whether nothing in a text, or in some lines of it, can make the text be taken for a web page: then each line is decoded by itself. */
export const isPlain = (text: string): boolean => !text.includes('\\') && !(text.includes('<') && WEB.test(text));

/** Decodes entities everywhere; tags and backslash breaks only in text that carries a web page's tags. Linear. */
export function decode(text: string): string {
  // Neither a bell nor a tab in the middle of a line hides what it is.
  let clean = text.replace(CONTROL, FILLER).replaceAll('\t', ' ');
  if (text.includes('&')) {
    clean = clean.replace(ENTITY, (entity, decimal, hexadecimal, name) => {
      const char = character(decimal, hexadecimal, name);
      if (char === null || char.length > entity.length) return entity;
      const filler = FILLER.repeat(entity.length - char.length);
      // A line break goes last, so that the filler is trailing white space of the line before.
      return char === '\n' || char === '\r' ? filler + char : char + filler;
    });
  }
  const head = text.slice(0, 20_000);
  if (head.includes('<') && WEB.test(head)) {
    clean = clean.replace(TAG, (tag) =>
      /^<(?:br|\/p|\/pre|\/div|\/tr)\b/i.test(tag) ? `${FILLER.repeat(tag.length - 1)}\n` : FILLER.repeat(tag.length),
    );
    clean = clean.replace(BACKSLASH_BREAK, FILLER);
  } else if (head.includes('\\') && /\\[ \t]*[\r\n]+[^\r\n]*\\[ \t]*[\r\n]/.test(text.slice(0, 4000))) {
    clean = clean.replace(BACKSLASH_BREAK, FILLER);
  }
  return clean;
}
