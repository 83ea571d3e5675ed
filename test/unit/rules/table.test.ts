/** The table of rules as a whole: complete, in the form that all its readers count on, and every message shown by an example. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { viewOf } from '../../../server/src/model/view';
import { FORMAT } from '../../../server/src/rules/format';
import { GROUPS, type Group, type Report, type Rule, SEVERITIES, type Values } from '../../../server/src/rules/rule';
import { RULES } from '../../../server/src/rules/table';
import { parse } from '../../../server/src/syntax/parse';
import { readExample, SHELF } from '../../support/examples';

/** The rules that the description of the format names, typed off it: a rule that is lost is missed here. */
const NAMES: Readonly<Record<Group, string>> = {
  archive: `
    attribute-unknown classification-unknown date-invalid distribution-sum mrn-malformed page-number-order
    preamble-incomplete text-unavailable weekday-mismatch`,
  header: `
    addressee-malformed addresses-on-one-line attention-empty bt-unbalanced caption-classification
    caption-conflict caption-duplicate caption-line-shared caption-order caption-unknown classification-missing
    classification-spacing classification-unknown de-malformed decl-date-format decl-date-invalid decl-missing
    dtg-future dtg-invalid-date dtg-invalid-time dtg-malformed dtg-month-unknown dtg-zone eo-malformed eo-missing
    eo-number-unknown fl1-malformed fl2-precedence-invalid joined-class-line julian-day-invalid
    julian-time-invalid label-colon label-spelling line-duplicate line-missing line-order message-cancelled
    message-repeated mrn-missing plad-unknown post-unknown precedence-retired precedence-word-unknown
    reason-letter-invalid reason-missing reason-section-unknown ref-duplicate ref-enum-doubled ref-enum-order
    ref-malformed ref-post-unknown ref-year-invalid ri-duplicate ri-malformed section-malformed section-padding
    security-mark-malformed security-signal-mismatch serial-padding smart-banner-mismatch smart-date-halves
    smart-required-field subject-empty subject-missing subject-swallowed-line subject-too-long tags-caption-inside
    tags-duplicate tags-empty tags-missing tags-no-geo tags-no-subject tags-person-missing tags-run-on
    tags-unknown text-after-end text-line-order unknown-line xmt-without-collective`,
  body: `
    block-unclosed block-unopened heading-empty heading-rule-length page-line-in-sentence page-line-malformed
    paragraph-duplicate paragraph-sequence paragraph-unnumbered portion-mark-malformed portion-mark-missing
    portion-mark-position signature-missing single-paragraph-numbered summary-missing text-after-signature`,
  text: `
    character-not-allowed control-character html-entity line-too-long mojibake tab`,
  xref: `
    action-para addressee-duplicate addressee-ri addressee-self attention-not-addressed
    classification-over-portions classified-by-missing classified-by-unneeded decl-before-dtg decl-too-late
    end-ssn eo-decl-unclassified eo-era eo-na-classified filing-date-aad fl2-addressee fm-de fm-post
    header-repeated julian-before-dtg julian-date mrn-post mrn-serial mrn-year niact-reason noforn-portion
    noforn-unclassified official-informal-subject origin-fm page-classification page-post page-serial
    para-cited-missing portion-over-classification preamble-classification preamble-date preamble-subject
    precedence-addressee precedence-fl2 precedence-info-unused precedence-order reason-era ref-future ref-not-here
    ref-self ref-undefined ref-unused reftel-without-ref sbu-without-sensitive section-de section-missing
    section-over-total section-sequence section-total-differs section-unannounced security-mark
    sensitive-on-classified ssn-serial stadis-addressee subject-classified subject-mark-over-classification
    tags-geo-origin xcode-era`,
};
const EXPECTED = GROUPS.flatMap((group) =>
  NAMES[group]
    .trim()
    .split(/\s+/)
    .map((name) => `${group}/${name}`),
);

const folder = join(__dirname, '../../../server/src/rules');
const placeholders = (template: string): string[] =>
  [...new Set([...template.matchAll(/\{([a-z]+)\}/gi)].map(([, name]) => name!))].sort();

/** What a rule reports on its bad examples: the key of the message, and the names of the values that it is given. */
function reports(rule: Rule): { as: string; values: Values }[] {
  const all: { as: string; values: Values }[] = [];
  const report: Report = (_, values, details) => all.push({ as: details?.as ?? '', values: values ?? {} });
  for (const example of rule.bad) {
    const cable = parse(readExample(example).text);
    const views = cable.messages.length ? cable.messages.map((message) => viewOf(cable, message)) : [viewOf(cable)];
    for (const view of views) rule.check(view, report, SHELF);
  }
  return all;
}

describe('the table of rules', () => {
  it('has every rule of the format, each once, and no other', () => {
    assert.equal(EXPECTED.length, 173);
    assert.deepEqual(RULES.map(({ name }) => name as string).sort(), [...EXPECTED].sort());
  });
  it('has a file for each rule, and each file a rule', () => {
    for (const group of GROUPS)
      assert.deepEqual(
        readdirSync(join(folder, group)).sort(),
        RULES.filter(({ name }) => name.startsWith(`${group}/`))
          .map(({ name }) => `${name.slice(group.length + 1)}.ts`)
          .sort(),
      );
  });
  it('gives each rule the name of its file', () => {
    for (const { name } of RULES) {
      assert.match(name, /^[a-z]+\/[a-z0-9]+(?:-[a-z0-9]+)*$/);
      const path = join(folder, `${name}.ts`);
      assert.ok(existsSync(path), path);
      const exported = Object.values<Partial<Rule>>(require(path));
      assert.ok(
        exported.some((each) => each?.name === name),
        `${path} exports ${name}`,
      );
    }
  });
  it('names sections of the format that are known', () => {
    for (const { name, format } of RULES) {
      assert.ok(format.length > 0, name);
      for (const section of format) assert.ok(FORMAT[section], `${name}: ${section}`);
    }
  });
  it('names rules that may come along that exist, none itself', () => {
    for (const { name, along } of RULES)
      for (const other of along ?? []) {
        assert.ok(EXPECTED.includes(other), `${name}: ${other}`);
        assert.notEqual(other, name);
      }
  });
  it('has severities, tags and groups that are known', () => {
    for (const { name, severity, tag } of RULES) {
      assert.ok([...SEVERITIES, 'off'].includes(severity), name);
      assert.ok(tag === undefined || tag === 'unnecessary' || tag === 'deprecated', name);
    }
  });
  it('says everything in sentences', () => {
    for (const { name, message, messages, why, fix } of RULES)
      for (const sentence of [message, ...Object.values(messages ?? {}), why, ...(fix === undefined ? [] : [fix])])
        assert.match(sentence, /^[`A-Z{"#§¶(].*[.?})]$/, name);
  });
});

describe('messages', () => {
  for (const rule of RULES)
    it(`of ${rule.name}: each is shown, and each of its values used`, () => {
      const templates: Record<string, string> = { '': rule.message, ...rule.messages };
      const all = reports(rule);
      for (const [key, template] of Object.entries(templates)) {
        const own = all.filter(({ as }) => as === key);
        assert.ok(own.length > 0, `no bad example shows ${key || 'the message'}: ${template}`);
        for (const { values } of own)
          assert.deepEqual(
            placeholders(template).filter((name) => values[name] === undefined),
            [],
            'values that are missing',
          );
      }
      for (const { as, values } of all) {
        assert.ok(templates[as] !== undefined, `there is no message ${as}`);
        // Cases that share a report give all their values; one that no message of the rule has is a leftover.
        const known = new Set(Object.values(templates).flatMap(placeholders));
        assert.deepEqual(
          Object.keys(values).filter((name) => !known.has(name)),
          [],
          'values that nobody reads',
        );
      }
    });
});
