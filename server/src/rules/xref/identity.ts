/** Who sent the message and under which number: preamble, FL3, classification line, page lines, FM (FORMAT 5.2, 1-4, 11-13, 41-43, 60). */
import { allPosts, postByName, postByPlad } from '../../data/posts';
import { lazy } from '../../data/tables';
import { levelOf } from '../../model/classification';
import { fields, fold, foldedValue, span, token } from '../../model/fields';
import { originator, readFl3 } from '../../model/transmission';
import { leaves, type Span } from '../../syntax/tree';
import { isRedacted, more, preambleField, type Rule, replace, rule, type Subject } from '../rule';
import { archiveReference, bothKnown, levelOfCable, pageLines, samePost } from './facts';

/** The message's own number: of its classification line, else of the archive. */
function serialOf(subject: Subject): number | null {
  const { classification } = subject.view;
  return classification?.serial ? Number(classification.serial.text) : (archiveReference(subject)?.serial ?? null);
}
function postOf(subject: Subject): string | null {
  return subject.view.classification?.post?.text ?? archiveReference(subject)?.post ?? null;
}

const ofSender = ({ view, message }: Subject) => {
  const sender = originator(view.cable, message);
  const name = sender ? fold(sender.name.text) : '';
  const post = name
    ? (postByPlad(name) ?? postByName(name.replace(/^(?:AMEMBASSY|AMCONSUL|USMISSION|USINT) /i, '')))
    : null;
  return sender && post && !isRedacted(name) ? { at: sender.name, name, post } : null;
};

export const identityRules: Rule[] = [
  rule('xref/mrn-serial', 'error', 'Preamble and cable carry one number.', (subject, report) => {
    const archive = archiveReference(subject);
    const serial = subject.view.classification?.serial;
    if (archive && serial && archive.serial !== Number(serial.text))
      report(
        archive.at,
        `The preamble says number ${archive.serial}, the classification line ${Number(serial.text)}.`,
        {
          related: {
            ...serial,
            message: `The classification line says ${serial.text}.`,
          },
          fix: replace(archive.at, archive.at.text.replace(/\d+(?=[A-Za-z]?$)/, String(Number(serial.text)))),
        },
      );
  }),
  rule('xref/mrn-post', 'warning', 'Preamble and cable name one post.', (subject, report) => {
    const archive = archiveReference(subject);
    const post = subject.view.classification?.post;
    if (archive && post && bothKnown(archive.post, post.text) && !samePost(archive.post, post.text))
      report(archive.at, `The preamble names ${archive.post}, the classification line ${post.text}.`, {
        related: {
          ...post,
          message: `The classification line names ${post.text}.`,
        },
      });
  }),
  rule('xref/mrn-year', 'warning', 'The year of the identifier is that of the date-time group.', (subject, report) => {
    const archive = archiveReference(subject);
    const date = subject.view.dtg?.utc ? subject.view.dtg.date : null;
    if (!archive || !date || !subject.view.dtg?.year || archive.year === date.year) return;
    // Numbers change at midnight of the post, not of Greenwich.
    const eve = date.month === 12 && date.day === 31 && date.hour >= 12 && archive.year === date.year + 1;
    const morrow = date.month === 1 && date.day === 1 && date.hour < 12 && archive.year === date.year - 1;
    if (!eve && !morrow)
      report(archive.at, `MRN year ${archive.year}, date-time group ${date.year}.`, {
        fix: replace(archive.at, archive.at.text.replace(/^(?:19|20)?\d\d/, String(date.year % 100).padStart(2, '0'))),
      });
  }),
  rule('xref/ssn-serial', 'warning', "FL3 repeats the last four digits of the cable's number.", (subject, report) => {
    const serial = serialOf(subject);
    const target = fields(subject.message, 'fl3')[0];
    const read = target && readFl3(subject.view.cable, target);
    if (serial === null || !read?.serial || read.serial.text.length !== 4) return;
    const expected = String(serial % 10_000).padStart(4, '0');
    const at = subject.view.classification?.serial;
    if (read.serial.text !== expected)
      report(read.serial, `FL3 says #${read.serial.text}; the last four digits of the serial are ${expected}.`, {
        related: at ? { ...at, message: `The number is ${at.text}.` } : undefined,
        fix: replace(read.serial, expected),
      });
  }),
  rule('xref/page-serial', 'warning', 'Each page line repeats the number of the cable.', (subject, report) => {
    const serial = serialOf(subject);
    if (serial === null) return;
    const wrong = pageLines(subject.message, subject.view.cable).filter((page) => Number(page.serial.text) !== serial);
    if (wrong[0])
      report(wrong[0].serial, `Page line number ${Number(wrong[0].serial.text)}, cable ${serial}.${more(wrong)}`, {
        fix: {
          title: `Change to ${serial}`,
          edits: wrong.map((page) => ({
            ...at(page.serial),
            text: String(serial).padStart(page.serial.text.length, '0'),
          })),
        },
      });
  }),
  rule('xref/page-post', 'warning', 'Each page line names the post.', (subject, report) => {
    const post = postOf(subject);
    if (!post) return;
    const wrong = pageLines(subject.message, subject.view.cable).filter(
      (page) => bothKnown(page.post.text, post) && !samePost(page.post.text, post),
    );
    if (wrong[0])
      report(wrong[0].post, `Page line names ${wrong[0].post.text}, cable is from ${post}.${more(wrong)}`, {
        fix: { title: `Change to ${post}`, edits: wrong.map((page) => ({ ...at(page.post), text: post })) },
      });
  }),
  rule('xref/page-classification', 'warning', 'Each page carries the level of the cable.', (subject, report) => {
    const { view, message } = subject;
    const level = levelOfCable(view);
    if (!level) return;
    for (const line of leaves(message)) {
      if (line.kind !== 'repeat-class') continue;
      const text = view.cable.clean.slice(line.start, line.end).trim();
      const found = levelOf(text);
      if (!found || found === level) continue;
      report({ start: line.start, end: line.end }, `The page is marked ${found}, the cable ${level}.`);
      return;
    }
  }),
  rule('xref/fm-de', 'warning', 'The calling station in FL3 is that of the originator.', (subject, report) => {
    const sender = ofSender(subject);
    const target = fields(subject.message, 'fl3')[0];
    const station = target && readFl3(subject.view.cable, target)?.station;
    if (!sender || !station || !sender.post.routingIndicator) return;
    const owner = ownerOf(station.text);
    if (owner && owner.country !== sender.post.country && sender.post.routingIndicator !== station.text)
      report(sender.at, `FM says ${sender.name}; routing indicator ${station.text} belongs to ${owner.plad}.`, {
        related: {
          ...station,
          message: `${station.text} is ${owner.plad}.`,
        },
      });
  }),
  rule('xref/fm-post', 'warning', 'The originator is the post of the classification line.', (subject, report) => {
    const sender = ofSender(subject);
    const post = subject.view.classification?.post;
    if (
      sender &&
      post &&
      bothKnown(sender.post.name, post.text) &&
      !samePost(sender.post.name, post.text) &&
      differs(sender.post.name, post.text)
    )
      report(sender.at, `FM says ${sender.name}, the classification line ${post.text}.`, {
        related: {
          ...post,
          message: `The classification line names ${post.text}.`,
        },
      });
  }),
  rule('xref/origin-fm', 'information', "The archive's origin is the originator.", (subject, report) => {
    const { view } = subject;
    const origin = preambleField(subject, 'preamble-origin');
    const sender = ofSender(subject);
    if (!origin || !sender) return;
    const text = foldedValue(view.cable, origin);
    const post = postByName(text.replace(/^(?:Embassy|Consulate|Mission|US Mission|Secretary of) /i, ''));
    if (post && post.country !== sender.post.country)
      report(span(origin), `The preamble's origin is ${text}, FM says ${sender.name}.`);
  }),
  rule('xref/end-ssn', 'warning', 'The end repeats the station serial number of FL3.', (subject, report) => {
    const { view, message } = subject;
    const target = fields(message, 'fl3')[0];
    const serial = target && readFl3(view.cable, target)?.serial;
    const end = message.ending?.fields.find(({ kind }) => kind === 'end-validation');
    const text = end ? foldedValue(view.cable, end) : '';
    const number = /^#(\d{4})\b/.exec(text)?.[1];
    // An FL3 that is wrong itself has been reported (xref/ssn-serial).
    const own = serialOf(subject);
    const right = own === null || Number(serial?.text) === own % 10_000;
    if (end && serial && number && right && serial.text.length === 4 && number !== serial.text)
      report(token(`#${number}`, span(end).start), `The end line says #${number}, FL3 #${serial.text}.`, {
        related: {
          ...serial,
          message: `FL3 says #${serial.text}.`,
        },
      });
  }),
];

/** Posts of one country share stations; only another country's is a contradiction. */
const differs = (a: string, b: string): boolean => postByName(a)?.country !== postByName(b)?.country;

const owners = lazy(() => new Map(allPosts().map((post) => [post.routingIndicator, post])));
const ownerOf = (indicator: string) => (indicator ? owners().get(indicator) : undefined);

const at = ({ start, end }: Span): Span => ({ start, end });
