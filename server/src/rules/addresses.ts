/** Rules on addressees (FORMAT 2.6). */
import { isKnownPost, nearestPost } from '../data/posts';
import { fields, fold, token } from '../model/fields';
import { type Addressee, readAddressees } from '../model/transmission';
import { editDistance } from '../text/edit-distance';

import { isRedacted, lineBreak, type Rule, replace, rule, type Subject, style } from './rule';

/** Addresses of posts; departments and commands are not in the table. */
const MISSION = /^(AMEMBASSY|AMCONSUL|USMISSION) ([A-Z][A-Z .'-]{2,30})$/i;
const PRECEDENCES = ['FLASH', 'IMMEDIATE', 'PRIORITY', 'ROUTINE'];
const all = ({ view, message }: Subject): Addressee[] =>
  [...fields(message, 'to'), ...fields(message, 'info')].flatMap((field) => readAddressees(view.cable, field));

export const addressRules: Rule[] = [
  rule(
    'header/addressee-malformed',
    'information',
    'An addressee is a routing indicator and a plain language address.',
    (subject, report) => {
      for (const { name } of all(subject))
        if (name.text && !/[A-Z]{2}/i.test(name.text) && !isRedacted(name.text))
          report(name, 'This addressee was not understood.');
    },
  ),
  rule(
    'header/precedence-word-unknown',
    'warning',
    'Precedence words are FLASH, NIACT IMMEDIATE, IMMEDIATE, PRIORITY and ROUTINE.',
    (subject, report) => {
      for (const { name, precedence, channelNumber } of all(subject)) {
        const last = /(\S+)$/.exec(name.text.trimEnd());
        const word = precedence ?? (last ? token(last[1]!, name.start + last.index) : null);
        if (!word) continue;
        const bare = fold(word.text)
          .toUpperCase()
          .replace(/^NIACT /, '');
        if (PRECEDENCES.includes(bare) || bare.length < 5 || (!precedence && !channelNumber && bare.length < 6))
          continue;
        const near = PRECEDENCES.find((each) => editDistance(bare, each, 2) <= (each.length > 6 ? 2 : 1));
        if (near)
          report(word, `\`${word.text}\` is not a precedence. ${near}?`, {
            fix: {
              ...replace(word, word.text.toUpperCase().startsWith('NIACT') ? `NIACT ${near}` : near),
              drafter: true,
            },
          });
      }
    },
  ),
  rule('header/plad-unknown', 'information', 'A misspelt address does not reach its post.', (subject, report) => {
    for (const { name } of all(subject)) {
      const match = MISSION.exec(name.text);
      if (!match || isRedacted(name.text) || isKnownPost(match[2]!)) continue;
      const near = nearestPost(match[2]!);
      if (near) report(name, `\`${name.text}\` is not in the table of addresses. ${match[1]} ${near.written}?`);
    }
  }),
  rule(
    'header/xmt-without-collective',
    'warning',
    'XMT takes posts out of a collective address.',
    ({ view, message }, report) => {
      const listed = all({ view, message, partial: false }).some(({ name }) =>
        /COLLECTIVE|^ALL\b|\bPOSTS?\b|^AIG\b/i.test(name.text),
      );
      for (const xmt of fields(message, 'xmt'))
        if (!listed)
          report(
            { start: xmt.start, end: xmt.children[0]!.end },
            'XMT exempts posts from a collective address, but there is none.',
          );
    },
  ),
  style('header/addresses-on-one-line', 'One addressee a line (5 FAH-2).', ({ view, message }, report) => {
    if (view.cable.layout === 'smart') return;
    for (const { name } of all({ view, message, partial: false })) {
      if ((name.text.match(/\b(?:AMEMBASSY|AMCONSUL|USMISSION|SECSTATE)\b/g)?.length ?? 0) > 1)
        report(name, 'Put each addressee on its own line.');
    }
  }),
  rule(
    'header/joined-class-line',
    'warning',
    'The separator between header and text was lost.',
    ({ view, message }, report) => {
      const line = message.header?.fields.find(({ kind }) => kind === 'classification');
      if (!line || line.start === 0 || !message.transmission) return;
      const before = view.cable.clean[line.start - 1]!;
      const ofAddress = message.transmission.fields.at(-1);
      if (before !== '\n' && before !== '\r' && ofAddress && ofAddress.end === line.start)
        report(
          { start: line.label.start, end: line.children[0]!.end },
          'The classification line is joined to the last address.',
          {
            fix: replace(
              { start: line.start, end: line.start },
              lineBreak(view.cable.text),
              'Begin a new line before the classification',
            ),
          },
        );
    },
  ),
];
