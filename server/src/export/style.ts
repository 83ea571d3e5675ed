/** How a typeset cable looks. Colours are variables, which the page or the view around it sets. */
export const STYLE = `
main { max-width: 44rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; font-family: var(--serif); font-size: 1.0625rem; line-height: 1.55; color: var(--ink); overflow-wrap: break-word; }
h1, h2, h3, th, .level, .mark, .tag, .aside, summary { font-family: var(--sans); }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0.5rem 0 1.25rem; }
h2 { font-size: 1.15rem; line-height: 1.3; margin: 2rem 0 0.75rem; }
h3 { font-size: 1rem; margin: 1.75rem 0 0.5rem; }
article + article { border-top: 1px solid var(--line); margin-top: 3rem; padding-top: 1rem; }
table.header { border-collapse: collapse; width: 100%; font-size: 0.9375rem; margin: 0 0 1rem; }
table.header th { text-align: left; font-weight: 600; font-size: 0.8125rem; color: var(--quiet); white-space: nowrap; width: 1%; padding: 0.2rem 1.25rem 0.2rem 0; vertical-align: baseline; }
table.header td { padding: 0.2rem 0; vertical-align: baseline; }
details { margin: 0 0 1rem; font-size: 0.9375rem; }
summary { color: var(--quiet); font-size: 0.8125rem; cursor: pointer; }
.level { display: inline-block; margin: 0; font-size: 0.8125rem; font-weight: 700; letter-spacing: 0.08em; }
.level, .mark { padding: 0.05em 0.45em; border: 1px solid currentColor; border-radius: 0.25em; }
.mark { font-size: 0.75em; font-weight: 600; white-space: nowrap; }
.unclassified { color: var(--unclassified); } .restricted { color: var(--restricted); } .confidential { color: var(--confidential); }
.secret { color: var(--secret); } .top-secret { color: var(--top-secret); } .other { color: var(--quiet); }
.aside { color: var(--quiet); font-size: 0.875em; }
.tag { font-size: 0.875em; margin-right: 0.35em; }
.paragraph { margin: 0 0 1rem; }
.paragraph p { margin: 0 0 0.6rem; }
.number { font-weight: 600; font-variant-numeric: tabular-nums; }
.summary, .comment, .action-request { border-left: 3px solid var(--line); padding-left: 0.9rem; margin-left: -1.1rem; }
.summary { border-color: var(--accent); } .action-request { border-color: var(--secret); }
blockquote { margin: 0 0 1rem; padding: 0.25rem 0 0.25rem 1.25rem; border-left: 1px solid var(--line); font-size: 0.95em; }
ul { list-style: none; margin: 0 0 0.6rem; padding: 0 0 0 1.5rem; }
li { margin: 0 0 0.35rem; text-indent: -1.1rem; }
.marker { display: inline-block; min-width: 1.1rem; text-indent: 0; color: var(--quiet); }
pre { margin: 0.5rem 0 0.9rem; overflow-x: auto; font-family: var(--mono); font-size: 0.8125rem; line-height: 1.4; }
abbr[title] { text-decoration: underline dotted var(--quiet) 1px; text-underline-offset: 0.18em; cursor: help; }
main a { color: var(--accent); text-decoration: underline 1px; text-underline-offset: 0.18em; }
main a:hover { text-decoration-thickness: 2px; }
.signature { margin: 2rem 0 1rem; letter-spacing: 0.04em; }
:target { background: var(--target); }
@media print {
  main { max-width: none; padding: 0; font-size: 11pt; color: #000; }
  h2, h3 { break-after: avoid; }
  pre, tr, li { break-inside: avoid; }
  a { color: inherit; }
  abbr[title] { text-decoration: none; }
  details:not([open]) { display: none; }
}`;
