/**
 * What real copies of cables look like (FORMAT section 6), done to good ones. Each mess is harmless: a reader knows at once what is meant,
 * and beyond the rules that the table of section 6 names for it nothing should be told.
 */
import {
  ADDRESS,
  below,
  both,
  CLASS,
  change,
  inProse,
  type Mess,
  PAGE,
  RECORD,
  SMART,
  TAGS,
  unless,
  WEB,
  where,
} from './mess';

export const MESSES: readonly Mess[] = [
  { what: 'blanks at the ends of lines', names: [], make: (text) => text.replace(/(?<=[^\n])\n/g, '   \n') },
  { what: 'no blanks at the ends of lines', names: [], make: change(/ +\n/g, '\n') },
  { what: 'blank lines doubled', names: [], make: change(/\n ?\n/g, '\n\n\n') },
  { what: 'CR LF', names: [], make: (text) => text.replaceAll('\n', '\r\n') },
  { what: 'lone CR', names: [], make: (text) => text.replaceAll('\n', '\r') },
  { what: 'byte-order mark', names: [], make: (text) => `\uFEFF${text}` },
  { what: 'no final line break', names: [], make: change(/\n+$/, '') },
  { what: 'blank lines before and behind', names: [], make: (text) => `\n\n${text}\n\n\n` },
  {
    what: 'form feed before page lines',
    names: ['text/control-character'],
    make: change(/^(?=PAGE \d\d {2}|[A-Z][A-Z ]+ \d{8} {2}\d{3} OF)/gm, '\f'),
  },
  {
    what: 'NUL bytes',
    names: ['text/control-character'],
    make: (text, next) => inProse(text, next, (line) => `${line}\0`),
  },
  { what: 'no FL1 to FL4', names: [], make: unless(WEB, change(/^VZCZC.*\n[ZOPR]{2} .*\nDE .*\nZN.*\n/m, '')) },
  {
    what: 'a notice in place of the header',
    names: [],
    make: unless(
      /<pre>|^BT/m,
      change(
        /^VZCZC.*\n(?:.*\n)*?(?=(?:UNCLAS|LIMITED|C O N F|S E C R E T))/m,
        'This record is a partial extract of the original cable. The full text of the original cable is not available.\n\n',
      ),
    ),
  },
  {
    what: 'the classification line joined to the last address',
    names: ['header/joined-class-line'],
    make: unless(WEB, change(/(?<=^(?:INFO )?[A-Z]+\/[A-Z ]+ \d{4})\n(?=(?:UNCLAS|C O N F|S E C R E T))/m, '')),
  },
  { what: 'no TAGS', names: ['header/tags-missing'], make: unless(/<pre>|^MRN/m, change(/^TAGS: .*\n/m, '')) },
  { what: 'no SUBJECT', names: ['header/subject-missing'], make: change(/^SUBJECT: .*\n(?=\s*\n)/m, '') },
  ...['TAGE:', 'TAGES:', 'TAG:', 'TAS:', 'TABS:', 'TGS:', 'AGS:', 'TAGS;', 'TAGS,', 'TAGSC:'].map((label) => ({
    what: `${label} for TAGS:`,
    names: ['header/label-spelling', 'header/label-colon'],
    make: unless(SMART, change(/^TAGS:/m, label)),
  })),
  ...['UBJECT:', 'SUBJT:', 'SUJ:', 'SUBJ8', 'S U B J:', 'SUBJECT'].map((label) => ({
    what: `${label} for SUBJECT:`,
    names: ['header/label-spelling', 'header/label-colon'],
    make: change(/^SUBJECT:/m, label),
  })),
  {
    what: 'the TAGS label lost',
    names: ['header/label-spelling'],
    make: unless(/<pre>|^MRN/m, change(/^TAGS: (?=[A-Z]{4}[, ]+[A-Z]{4}[, ]+[A-Z]{2,4})/m, '')),
  },
  {
    what: 'labels in lower case',
    names: [],
    make: change(/^(?:E\.O\.|TAGS|SUBJECT|SUBJ|REFS?)(?=:| \d)/gm, (label) =>
      label === 'E.O.' ? 'E.o.' : label.toLowerCase(),
    ),
  },
  {
    what: 'a digit of the order lost',
    names: ['header/eo-number-unknown'],
    make: change(/^E\.O\. 12958:/m, 'E.O.1295:'),
  },
  { what: 'no blank after the order', names: [], make: change(/^E\.O\. (\d{5}): +/m, 'E.O. $1:') },
  {
    what: 'E.O. and TAGS on one line',
    names: ['header/text-line-order'],
    make: unless(WEB, change(/^(E\.O\. .*\S) *\n(?=TAGS: )/m, '$1 ')),
  },
  {
    what: 'TAGS before E.O.',
    names: ['header/text-line-order'],
    make: unless(WEB, change(/^(E\.O\. .*\n)(TAGS: .*\n)(?=SUBJ)/m, '$2$1')),
  },
  {
    what: 'SUBJECT empty, its text below a blank',
    names: [],
    make: change(/^SUBJECT: (?=\S.*\n ?\n)/m, 'SUBJECT: \n\n'),
  },
  {
    what: 'SUBJECT swallows REF',
    names: ['header/subject-swallowed-line'],
    make: change(/^(SUBJECT: .*[A-Z]) ?\n\s*\n(?=REF: )/m, '$1'),
  },
  {
    what: 'the page line inside the SUBJECT',
    names: [],
    make: (text) => {
      const page = PAGE.exec(text)?.[1];
      // The page line is where the page ended: it is moved.
      const rest = page ? text.replace(/\n ?\n[A-Z][A-Z ]+ \d{8} {2}002 OF \d{3} ?\n ?\n ?\n/, '\n') : text;
      return rest === text ? null : rest.replace(/^(SUBJECT: [^\n]{8,}?) (?=[A-Z])/m, `$1\n\n${page}\n\n\n`);
    },
  },
  {
    what: 'the page line inside the TAGS',
    names: [],
    make: (text) => {
      const page = PAGE.exec(text)?.[1];
      const rest = page ? text.replace(/\n ?\n[A-Z][A-Z ]+ \d{8} {2}002 OF \d{3} ?\n ?\n ?\n/, '\n') : text;
      return rest === text ? null : rest.replace(/^(TAGS: [A-Z]{4})[, ]+(?=[A-Z]{4})/m, `$1,\n\n${page}\n\n\n`);
    },
  },
  {
    what: 'the page line between two addresses',
    names: [],
    make: unless(WEB, (text) => {
      const page = PAGE.exec(text)?.[1];
      const rest = page ? text.replace(/\n ?\n[A-Z][A-Z ]+ \d{8} {2}002 OF \d{3} ?\n ?\n ?\n/, '\n') : text;
      return rest === text ? null : rest.replace(/^(INFO .*)$/m, `$1\n\n${page}\n\n`);
    }),
  },
  {
    what: 'the text header once more in the text',
    names: ['xref/header-repeated'],
    make: unless(/<pre>|partial extract/, (text) => {
      const header = /^(?:UNCLAS|C O N F|S E C R E T)[\s\S]*?^SUBJECT: .*(?=\n ?\n)/m.exec(text)?.[0];
      return header && header.length < 600 && !SMART.test(text)
        ? text.replace(/^(SUBJECT: .*\n ?\n)/m, `$1------------------------------ header\n${header}\n\n`)
        : null;
    }),
  },
  {
    what: 'TAGS once more below a page line',
    names: ['header/tags-duplicate'],
    make: (text) => {
      const tags = TAGS.exec(text)?.[0];
      return tags && PAGE.test(text) && !WEB.test(text) ? text.replace(PAGE, (page) => `${page}\n\n${tags}\n`) : null;
    },
  },
  {
    what: 'TAGS run together',
    names: ['header/tags-run-on'],
    make: unless(WEB, change(/^TAGS: ([A-Z]{4})[, ]+([A-Z]{4})\b/m, 'TAGS: $1$2')),
  },
  {
    what: 'SIPDIS among the TAGS',
    names: ['header/tags-caption-inside', 'header/caption-duplicate'],
    make: where(/^SIPDIS/m, unless(WEB, change(/^(TAGS: .*[A-Z]{2}) *$/m, '$1, SIPDIS'))),
  },
  {
    what: 'SIPDIS in the body',
    names: ['header/caption-duplicate'],
    make: where(/^SIPDIS/m, change(/\n(?=\s*\n¶?3\. )/, '\n\nSIPDIS\n')),
  },
  { what: 'SIPDIS twice', names: ['header/caption-duplicate'], make: change(/^SIPDIS ?$/m, 'SIPDIS\n\nSIPDIS') },
  {
    what: 'a caption on the classification line',
    names: ['header/caption-duplicate'],
    make: both(
      change(/^SIPDIS ?\n/m, ''),
      change(CLASS, (line) => `${line.trimEnd()} SIPDIS`),
    ),
  },
  {
    what: 'a caption below E.O.',
    names: [],
    make: unless(WEB, both(change(/^SIPDIS ?\n/m, ''), below(/^E\.O\. .*$/m, 'SIPDIS'))),
  },
  ...[['SECTIO $1 F $2'], ['SCTION $1 OF $2'], ['SECTION$1OF$2'], ['SECTION $1 0F$2']].map(([to]) => ({
    what: `${to} in the classification line`,
    names: ['header/section-malformed'],
    make: change(/ SECTION (\d\d) OF (\d\d)(?= [A-Z][A-Z ]+ \d{4,6})/, ` ${to}`),
  })),
  { what: 'ZDK in FL4', names: ['header/message-repeated'], make: change(/^(ZN[RY] [A-Z]{5} ZZH)/m, '$1 ZDK') },
  {
    what: 'a suspected duplicate',
    names: ['header/message-repeated'],
    make: change(CLASS, (line) => `${line.trimEnd()} SUSPECTED DUPLICATE`),
  },
  {
    what: 'a corrected copy',
    names: [],
    make: unless(WEB, below(CLASS, '\nC O R R E C T E D  C O P Y (TEXT PARA 2)')),
  },
  { what: 'E F T O', names: [], make: change(/^UNCLAS (?=SECTION|[A-Z][A-Z ]+ \d{6})/m, 'UNCLAS E F T O ') },
  {
    what: 'TOSEC',
    names: [],
    make: where(
      / STATE \d{6}/,
      change(CLASS, (line) => `${line.trimEnd()} TOSEC 140001`),
    ),
  },
  {
    what: 'AMEMBASSY in the classification line',
    names: [],
    make: where(
      /^FM AMEMBASSY/m,
      change(CLASS, (line) =>
        line.replace(/([A-Z][A-Z ]*?) (\d{4,6})(?= ?$)/, (whole) =>
          whole.replace(
            /^((?:C O N F I D E N T I A L|S E C R E T|UNCLAS|LIMITED OFFICIAL USE)(?: SECTION \d+ OF \d+)? )?/,
            '$1AMEMBASSY ',
          ),
        ),
      ),
    ),
  },
  {
    what: 'TO empty, a page line below',
    names: [],
    make: (text) => {
      const page = /^PAGE 01 .*$/m.exec(text)?.[0].replace('PAGE 01', 'PAGE 02');
      return page ? text.replace(/^TO (?=[A-Z])/m, `TO\n${page}\n`) : null;
    },
  },
  {
    what: 'only INFO',
    names: ['header/line-missing'],
    make: unless(/^TO [\s\S]*^TO /m, change(/^TO .*\n(?=INFO )/m, '')),
  },
  {
    what: 'letters lost in prose',
    names: [],
    make: (text, next) => inProse(text, next, (line) => line.replace(/[aeiou](?=[a-z]+ )/g, '')),
  },
  {
    what: 'words joined in prose',
    names: [],
    make: (text, next) => inProse(text, next, (line) => line.replace(/(?<=[a-z]) (?=[a-z])/, '')),
  },
  { what: 'entities', names: ['text/html-entity'], make: change(/(?<=[a-z])'(?=s )/g, '&#8217;') },
  { what: 'curly quotes', names: ['text/character-not-allowed'], make: change(/"([a-z][^"\n]*)"/g, '“$1”') },
  { what: 'curly apostrophes', names: ['text/character-not-allowed'], make: change(/(?<=[a-z])'(?=[a-z] )/g, '’') },
  { what: 'backslashes at the ends of lines', names: [], make: unless(WEB, (text) => text.replace(/\n/g, '\\\n')) },
  {
    what: 'references parted by commas and AND',
    names: [],
    make: change(/^REF: A\. (.*\S) ?\n +B\. (.*\S) ?\n +C\. (.*\S) ?\n/m, 'REF: $1, $2 AND $3\n'),
  },
  {
    what: 'two references parted by AND',
    names: [],
    make: both(
      change(/^REF: A\. ([^\n(]*\d) ?\n +B\. ([^\n(]*\d) ?\n(?! +C)/m, 'REF: $1 AND $2\n'),
      change(/\bref ([AB])\b/gi, 'reftel'),
    ),
  },
  { what: '¶ before references', names: [], make: change(/^( +)(?=B\. [A-Z0-9])/m, '$1¶') },
  {
    what: 'letters of references twice',
    names: ['header/ref-enum-doubled'],
    make: change(/^(REF: |Reference: | +)?([A-D])\. (?=(?:\d\d )?[A-Z]{3,}[A-Z ]* \d+)/gm, '$1$2. $2) '),
  },
  {
    what: 'the year behind a reference',
    names: [],
    make: change(/^( +B\. |REF: )(\d\d) ([A-Z][A-Z ]+ \d+)(?= ?$)/m, '$1$3 ($2)'),
  },
  { what: 'Classified By twice', names: [], make: change(/^Classified By: /m, 'Classified By: Classified by ') },
  { what: 'a mark before the classifier', names: [], make: change(/^Classified By: /m, 'Classified By: (U) ') },
  {
    what: 'Classified By broken at column 71',
    names: [],
    make: (text) => {
      const line = /^Classified By: [^\n]*(?:\n[^\n]+)*/m.exec(text)?.[0];
      const joined = line?.replace(/ *\n */g, ' ').trimEnd() ?? '';
      // A name as long as is needed to break `re/asons`.
      const missing = 69 - joined.toLowerCase().indexOf('reason');
      if (!line || joined.toLowerCase().indexOf('reason') < 0 || missing < 3) return null;
      const long = joined.replace('By: ', `By: M${'a'.repeat(missing - 2)} `);
      return text.replace(line, `${long.slice(0, 71)}\n${long.slice(71)}`);
    },
  },
  {
    what: 'END SUMMARY without a beginning',
    names: ['body/block-unopened'],
    make: change(/^(¶?\d\. +(?:\([A-Z]+\) )?)Summary: +/im, '$1'),
  },
  {
    what: 'a bracket of a mark lost',
    names: ['body/portion-mark-malformed'],
    make: change(/^(¶?[2-9]\. +)\((?=(?:U|C|S|SBU)\) )/m, '$1'),
  },
  {
    what: 'blank lines inside a sentence',
    names: [],
    make: (text, next) => inProse(text, next, (line) => `\n\n${line}`),
  },
  {
    what: 'indented text',
    names: [],
    make: (text, next) => inProse(text, next, (line) => `   ${line}`),
  },
  {
    what: 'names redacted',
    names: [],
    make: (text, next) => inProse(text, next, (line) => line.replace(/\b[a-z]+\b/, 'XXXXXXXXXXXX')),
  },
  { what: 'numbers redacted', names: [], make: change(/^( +B\. (?:\d\d )?[A-Z][A-Z ]+ )\d+/m, '$1XXXXXXXXXXXX') },
  {
    what: 'an address redacted',
    names: [],
    make: unless(
      WEB,
      change(ADDRESS, (line) => line.replace(/AMEMBASSY [A-Z ]+ \d{4}$/, 'XXXXXXXXXXXX')),
    ),
  },
  {
    what: 'the classifier redacted',
    names: [],
    make: change(/^(Classified By: )\S+ \S+(?: \S+)?(?= for )/m, '$1XXXXXXXXXXXX'),
  },
  {
    what: 'the signature redacted',
    names: [],
    make: unless(SMART, change(/^[A-Z]{4,12}(?= ?\n(?:BT\n|$(?![\s\S])))/m, 'XXXXXXXXXXXX')),
  },
  {
    what: 'release stamps inside sentences',
    names: [],
    make: (text, next) =>
      inProse(
        text,
        next,
        (line) => `\nDeclassified/Released US Department of State EO Systematic Review 04 MAY 2006\n\n${line}`,
      ),
  },
  {
    what: 'a release stamp in a record',
    names: [],
    make: where(
      RECORD,
      change(
        /^2\. +.*\n/m,
        (line) => `${line}\nDeclassified/Released US Department of State EO Systematic Review 04 MAY 2006\n\n`,
      ),
    ),
  },
  {
    what: 'a line of ¿',
    names: [],
    make: where(
      RECORD,
      change(/^2\. +.*\n/m, (line) => `${line}¿\n`),
    ),
  },
  {
    what: 'the signature in title case',
    names: [],
    make: change(/^([A-Z])([A-Z]{3,12})(?= ?\n(?:BT\n|$(?![\s\S])))/m, (...[, a, b]) => `${a}${b!.toLowerCase()}`),
  },
  { what: '¶ before numbers', names: [], make: unless(/¶|&#182;/, change(/^(\d+\. {1,3}(?=\S))/gm, '¶$1')) },
  { what: 'no ¶', names: [], make: change(/^¶(?=\d)/gm, '') },
  { what: 'numbers without a blank', names: [], make: change(/^(¶?\d+\.) +(?=\()/gm, '$1') },
  { what: 'dashes of U+2010', names: [], make: change(/^-{4,}(?= ?$)/gm, (rule) => '\u2010'.repeat(rule.length)) },
];
