import type { MessageView } from '../../model/view';
import { decode } from '../../syntax/decode';
import { lineBreak } from '../../text/edits';
import { codeOf, keyFor, type Odd } from '../facts/characters';
import { isDraftOrRecord } from '../facts/shared';
import { more, rule } from '../rule';
import { CONFIDENTIAL, DRAFT, UNCLASSIFIED } from '../specimens';

const isWebPage = ({ cable }: MessageView): boolean =>
  (cable.preamble?.children.some(({ kind }) => kind === 'wrapper') ?? false) ||
  /<\/?(?:pre|html|body|p|br|div|code|a)\b/i.test(cable.text.slice(0, 20_000));

const fillers = /\uFEFF+/g;
const decoded = (entity: string): string => decode(entity).replace(fillers, '');

/** An entity, also one that was encoded twice: `&amp;quot;`. */
const ENTITY = /^&(?:amp;){0,3}[#a-z0-9]{2,9};/i;

/** What is written instead: in the body the nearest key, so that it need not be changed again. */
function written(view: MessageView, { text, start }: Odd): string {
  let char = decoded(text);
  while (char.startsWith('&') && char.length > 1 && decoded(char) !== char) char = decoded(char);
  if (/^(?:\r\n|\n|\r)$/.test(char)) return lineBreak(view.cable.text, start);
  const isBody = start >= view.message.body.start && view.layout !== 'smart';
  return isBody || /[\u00a0‘’“”]/.test(char) ? (keyFor(char) ?? char) : char;
}

export const htmlEntity = rule({
  name: 'text/html-entity',
  severity: 'information',
  format: ['4.6', '1.3'],
  message: '`{found}` is an HTML entity for {character}{more}.',
  why: 'A copy from a web page was not decoded. Silent in web pages, where entities are in their place, and for names that are none.',
  fix: 'Decodes all of them, in the body to the nearest key.',
  bad: [
    [UNCLASSIFIED, 'The bell rang.', 'Tower «&amp;» bell rang.'],
    [CONFIDENTIAL, 'It stopped.', 'The tower«&#8217;»s &quot;bell&quot; stopped.'],
    [DRAFT, 'the port after', 'the«&nbsp;»port&#160;after'],
    [UNCLASSIFIED, 'SUBJECT: A BELL', 'SUBJECT: A «&amp;»quot;BELL&amp;quot;'],
  ],
  good: [
    [UNCLASSIFIED, 'The bell rang.', 'Tower & bell; AT&T; R&D.'],
    [UNCLASSIFIED, 'The bell rang.', 'Tower &bell; tower.'],
    [`<html><body><pre>${UNCLASSIFIED}</pre></body></html>`, 'The bell rang.', 'Tower &amp; bell rang.'],
  ],
  check(view, report) {
    const { text, clean } = view.cable;
    if (text === clean || !isDraftOrRecord(view) || isWebPage(view)) return;
    const { start, end } = view.message;
    const found: Odd[] = [];
    const slice = text.slice(start, end);
    for (let at = slice.indexOf('&'); at >= 0; at = slice.indexOf('&', at + 1)) {
      const entity = ENTITY.exec(slice.slice(at, at + 26))?.[0];
      if (!entity || clean.slice(start + at, start + at + entity.length) === entity) continue;
      found.push({ text: entity, start: start + at, end: start + at + entity.length });
      at += entity.length - 1;
    }
    if (!found.length) return;
    const first = found[0]!;
    const entity = /^&[#a-z0-9]{2,9};/i.exec(first.text)![0];
    const char = decoded(entity);
    report(
      { start: first.start, end: first.start + entity.length },
      { found: entity, character: /\S/.test(char) ? char : codeOf(char), more: more(found) },
      {
        fix: {
          title: found.length > 1 ? 'Decode all entities' : 'Decode the entity',
          edits: found.map((each) => ({ start: each.start, end: each.end, text: written(view, each) })),
        },
      },
    );
  },
});
