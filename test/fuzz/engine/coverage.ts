/** Which of the project's own code has run, as V8 counts it: no library has to rewrite the code for that. */
import { type Profiler, Session } from 'node:inspector';

type Spans = readonly (readonly [from: number, to: number])[];

const OWN = /\/server\/src\/.*\.ts$/;

export class Coverage {
  readonly #session = new Session();
  /** What of a function has never run, by its script and place; absent: the function has not run at all. */
  readonly #never = new Map<string, Spans>();
  /** Functions that have run. */
  get functions(): number {
    return this.#never.size;
  }

  constructor() {
    this.#session.connect();
    this.#session.post('Profiler.enable');
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /**
   * Whether something ran since the last call that had never run before.
   * @param remember false: it counts as never run still
   */
  isNew(remember: boolean): boolean {
    let isNew = false;
    this.#session.post('Profiler.takePreciseCoverage', (error, taken) => {
      if (error) throw error;
      for (const { url, scriptId, functions } of taken.result)
        if (OWN.test(url)) for (const each of functions) if (this.#see(scriptId, each, remember)) isNew = true;
    });
    return isNew;
  }

  #see(script: string, { ranges }: Profiler.FunctionCoverage, remember: boolean): boolean {
    const [{ startOffset, endOffset, count }] = ranges as [Profiler.CoverageRange];
    if (count === 0) return false;
    const key = `${script}:${startOffset}-${endOffset}`;
    const known = this.#never.get(key);
    if (known?.length === 0) return false;
    const now = ranges.flatMap((each) => (each.count ? [] : [[each.startOffset, each.endOffset] as const]));
    const left = known ? both(known, now) : now;
    const isNew = !known || length(left) < length(known);
    if (isNew && remember) this.#never.set(key, left);
    return isNew;
  }

  stop(): void {
    this.#session.disconnect();
  }
}

const length = (spans: Spans): number => spans.reduce((sum, [from, to]) => sum + to - from, 0);

/** What lies in a span of each. Those of one list may lie in each other, as V8 tells them. */
function both(a: Spans, b: Spans): Spans {
  const found: [number, number][] = [];
  for (const [from, to] of a)
    for (const [start, end] of flat(b))
      if (start < to && end > from) found.push([Math.max(from, start), Math.min(to, end)]);
  return found;
}

/** Without those that lie in another; they are sorted by where they begin. */
function flat(spans: Spans): Spans {
  let last = -1;
  return spans.filter(([, to]) => {
    const isOwn = to > last;
    if (isOwn) last = to;
    return isOwn;
  });
}
