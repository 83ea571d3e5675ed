/** Where the time of a run went, by folder, file and function of the source, from what V8 sampled. */
import { SourceMap, type SourceMapPayload } from 'node:module';

/** As `--cpu-prof` writes it. */
export interface Profile {
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  /** Microseconds before each sample. */
  readonly timeDeltas: readonly number[];
}

export interface ProfileNode {
  readonly id: number;
  readonly callFrame: {
    readonly functionName: string;
    readonly url: string;
    /** Counted from 0. */
    readonly lineNumber: number;
    readonly columnNumber: number;
  };
  readonly children?: readonly number[];
}

/** Time that a function itself took, with what the engine did for it: patterns, built-in functions. */
export interface Self {
  readonly folder: string;
  readonly file: string;
  readonly name: string;
  /** Microseconds. */
  readonly time: number;
}

export interface Place {
  readonly folder: string;
  readonly file: string;
}

/** Tells where in the source a frame is. */
export type Locate = (frame: ProfileNode['callFrame']) => Place;

const NOTHING = new Set(['(idle)', '(root)']);
const GARBAGE: Place = { folder: 'garbage collection', file: 'garbage collection' };
const NATIVE: Place = { folder: 'native code, compiler, system', file: 'native code, compiler, system' };

/** Each function once, the costliest first. Time in which nothing is done does not count. */
export function selfTimes({ nodes, samples, timeDeltas }: Profile, locate: Locate): Self[] {
  const times = new Map<number, number>();
  // A delta is the time until its sample; what was seen in a sample lasted until the next one.
  for (const [at, id] of samples.entries()) times.set(id, (times.get(id) ?? 0) + Math.max(0, timeDeltas[at + 1] ?? 0));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const found = new Map<string, Self>();
  for (const [id, time] of times) {
    const { functionName } = byId.get(id)!.callFrame;
    if (NOTHING.has(functionName)) continue;
    const { folder, file, name } = caller(byId.get(id)!);
    const key = `${file}\n${name}`;
    found.set(key, { folder, file, name, time: (found.get(key)?.time ?? 0) + time });
  }
  return [...found.values()].sort((a, b) => b.time - a.time);

  /** A built-in function, or a pattern, counts for the function that called it. */
  function caller(node: ProfileNode): Place & { readonly name: string } {
    const { functionName, url } = node.callFrame;
    if (functionName === '(garbage collector)') return { ...GARBAGE, name: '' };
    if (url) return { ...locate(node.callFrame), name: functionName || '(top level or nameless)' };
    const parent = byId.get(parents.get(node.id) ?? -1);
    if (!parent || functionName === '(program)') return { ...NATIVE, name: '' };
    const of = caller(parent);
    return functionName.startsWith('RegExp: ') && !of.name.includes(', pattern ')
      ? { ...of, name: `${of.name}, pattern ${functionName.slice('RegExp: '.length)}` }
      : of;
  }
}

/** Sums by folder or by file, the largest first. */
export function sums(selfs: readonly Self[], by: 'folder' | 'file'): [name: string, time: number][] {
  const found = new Map<string, number>();
  for (const each of selfs) found.set(each[by], (found.get(each[by]) ?? 0) + each.time);
  return [...found].sort((a, b) => b[1] - a[1]);
}

/**
 * Places by the maps of bundles.
 * @param mapOf the source map of a script, null where it has none. @param root folder of the source, with a slash at its end.
 * @param absolute the path of a source that a script's map names.
 */
export function locator(
  mapOf: (url: string) => SourceMapPayload | null,
  absolute: (url: string, source: string) => string,
  root: string,
): Locate {
  const maps = new Map<string, SourceMap | null>();
  return ({ url, lineNumber, columnNumber }) => {
    if (url.startsWith('node:')) return { folder: 'Node', file: url };
    if (!maps.has(url)) {
      const payload = mapOf(url);
      maps.set(url, payload && new SourceMap(payload));
    }
    const entry = maps.get(url)?.findEntry(lineNumber, columnNumber);
    // What the bundler adds has no source; no page says where this machine has its bundles.
    if (!entry || !('originalSource' in entry)) return { folder: 'bundle', file: url.replace(/^.*\//, '') };
    const source = absolute(url, entry.originalSource);
    return placeOf(source.startsWith(root) ? source.slice(root.length) : source);
  };
}

/** A package is one; of our own, each folder. */
function placeOf(file: string): Place {
  const [, name] = /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file) ?? [];
  const folder = name ? `package ${name}` : file.replace(/\/[^/]*$/, '');
  return { folder, file };
}
