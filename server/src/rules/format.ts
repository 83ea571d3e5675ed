/** The sections of the cable format that rules enforce, and where each is laid down. */

interface FormatSection {
  readonly title: string;
  /** Official texts first; `inferred` where none was found. */
  readonly source: string;
}

const ACP = 'ACP 127(G), Tape Relay Procedures';
const H200 = '5 FAH-2 Telecommunications Handbook';
const CORRESPONDENCE = '5 FAH-1 Correspondence Handbook';
const ARCHIVE = 'the archive itself, counted over its 251,287 cables';

export const FORMAT: Readonly<Record<string, FormatSection>> = {
  '0.2': { title: 'Severity', source: 'this project' },
  '1.1': { title: 'Five-line preamble of the archive', source: ARCHIVE },
  '1.2': { title: 'Partial records', source: ARCHIVE },
  '1.3': { title: 'Web page reduced to text', source: ARCHIVE },
  '1.4': {
    title: 'Records of 1973-79',
    source: 'National Archives, FAQ on the Central Foreign Policy File; released telegrams',
  },
  '1.5': { title: 'SMART messages', source: '5 FAM 1210; partly inferred' },
  '2': { title: 'Order of the format lines', source: ACP },
  '2.1': { title: 'FL1: transmission identifier', source: ACP },
  '2.2': { title: 'FL2: precedence and called stations', source: ACP },
  '2.3': { title: 'FL3: calling station, serial number, filing time', source: ACP },
  '2.4': { title: 'FL4: security warning and operating signals', source: `${ACP}; ACP 131` },
  '2.5': { title: 'FL5: precedence and date-time group', source: ACP },
  '2.6': { title: 'FL6 to FL9: addresses', source: `${ACP}; ${H200}` },
  '2.7': { title: 'FL10 to FL16: separators and end', source: ACP },
  '3.1': { title: 'Lines of the text header', source: `${CORRESPONDENCE}, H-200` },
  '3.2': { title: 'Classification line', source: `${H200}, H-230` },
  '3.3': { title: 'Captions', source: `${H200}, H-440` },
  '3.4': { title: 'Attention and passing lines', source: `${H200}, H-230` },
  '3.5': { title: 'Executive order line', source: 'Executive Orders 11652, 12065, 12356, 12958 and 13526' },
  '3.6': { title: 'TAGS', source: '5 FAH-3 TAGS/Terms Handbook' },
  '3.7': { title: 'SUBJECT', source: `${CORRESPONDENCE}, H-200` },
  '3.8': { title: 'References', source: `${CORRESPONDENCE}, H-200` },
  '3.9': { title: 'Classified By', source: 'Executive Orders 12958 and 13526, section 1.6' },
  '3.10': { title: 'Handling sentences', source: ARCHIVE },
  '4.1': { title: 'Paragraphs and portion marks', source: `${CORRESPONDENCE}, H-200; Executive Order 12065 and later` },
  '4.2': { title: 'Headings', source: CORRESPONDENCE },
  '4.3': { title: 'Summary, comment and other named blocks', source: `${CORRESPONDENCE}, H-200` },
  '4.4': { title: 'Lists and tables', source: CORRESPONDENCE },
  '4.5': { title: 'Page and section lines', source: `${ACP}; released telegrams` },
  '4.6': { title: 'Width and characters', source: `${ACP}; Department of Commerce cable manual` },
  '4.7': { title: 'Signature and end', source: `${CORRESPONDENCE}, H-200` },
  '5.1': { title: 'Message references', source: ARCHIVE },
  '5.2': { title: 'Lines that must agree', source: 'follows from the sections on the two lines' },
  '6': { title: 'What real cables do', source: ARCHIVE },
};

export const titleOf = (section: string): string => FORMAT[section]?.title ?? '';
