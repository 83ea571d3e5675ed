/** What the tests inside VS Code claim: the same in the extension hosts of a desktop and of a browser, which has no `node:assert`. */

const told = (value: unknown): string => JSON.stringify(value, null, 1)?.slice(0, 2000) ?? String(value);

function equal(actual: unknown, expected: unknown, message?: string): void {
  if (!Object.is(actual, expected))
    throw new Error(`${message ?? 'not equal'}: ${told(actual)} is not ${told(expected)}`);
}

/** Of plain data. */
function deepEqual(actual: unknown, expected: unknown, message?: string): void {
  if (!isSame(actual, expected)) throw new Error(`${message ?? 'not equal'}: ${told(actual)} is not ${told(expected)}`);
}

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b || Array.isArray(a) !== Array.isArray(b)) return false;
  const [one, other] = [Object.entries(a), Object.entries(b)];
  return (
    one.length === other.length && one.every(([key, value]) => key in b && isSame(value, b[key as keyof typeof b]))
  );
}

function ok(value: unknown, message?: string): asserts value {
  if (!value) throw new Error(message ?? `${told(value)} is not so`);
}

function match(text: string, pattern: RegExp, message?: string): void {
  if (!pattern.test(text)) throw new Error(`${message ?? 'no match'}: ${told(text)} does not match ${pattern}`);
}

interface Assert {
  equal: typeof equal;
  deepEqual: typeof deepEqual;
  ok(value: unknown, message?: string): asserts value;
  match: typeof match;
}
const assert: Assert = { equal, deepEqual, ok, match };
export default assert;
