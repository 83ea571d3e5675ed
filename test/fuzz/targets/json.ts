import type { DocumentSymbol } from 'vscode-languageserver-types';
import { documentSymbols } from '../../../server/src/features/document-symbols';
import { snapshot } from '../../../server/src/features/snapshot';
import { toJson } from '../../../server/src/model/json';
import { check, countBySeverity } from '../../../server/src/rules/check';
import { parse } from '../../../server/src/syntax/parse';
import { validator } from '../../cli/support';
import { insist, type Target } from '../engine/target';
import { Lines } from './laws';

let problems: ((value: unknown) => string[]) | undefined;

export const json: Target = {
  name: 'json',
  law: 'what the parser understood keeps to its schema; the symbols of the outline have a name and lie in each other',
  holds: ({ text }) => {
    problems ??= validator('json');
    const cable = parse(text);
    const value = JSON.parse(JSON.stringify(toJson(cable, 'x.cable', countBySeverity(check(cable)))));
    const [problem] = problems(value);
    insist(!problem, `schema: ${problem?.replace(/\d+/g, 'N')}`);
    const lines = new Lines(text);
    const nested = ({ name, range, selectionRange, children }: DocumentSymbol): void => {
      insist(name.trim() !== '', 'a symbol without a name');
      lines.insistOn('symbol', range);
      lines.insistOn('name of a symbol', selectionRange);
      insist(isIn(selectionRange, range), 'a name outside of its symbol');
      for (const child of children ?? []) {
        insist(isIn(child.range, range), 'a symbol outside of its parent');
        nested(child);
      }
    };
    for (const symbol of documentSymbols(snapshot('file:///x.cable', 1, text))) nested(symbol);
    return undefined;
  },
};

type Range = DocumentSymbol['range'];
const isBefore = (a: Range['start'], b: Range['start']): boolean =>
  a.line < b.line || (a.line === b.line && a.character <= b.character);
const isIn = (inner: Range, outer: Range): boolean =>
  isBefore(outer.start, inner.start) && isBefore(inner.end, outer.end);
