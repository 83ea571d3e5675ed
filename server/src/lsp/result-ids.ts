/** The names of results, by which a client says which of them it has. */

/** @param dependsOn what the result for an address depends on, the first of it an object that is kept; null: nothing is known there */
export function resultIds(dependsOn: (uri: string) => readonly [object, ...unknown[]] | null): (uri: string) => string {
  // Not by version: a document that was closed and opened again counts from the start, and so does a new server.
  const started = Date.now().toString(36);
  const known = new WeakMap<object, { readonly on: readonly unknown[]; readonly id: string }>();
  let results = 0;
  return (uri) => {
    const on = dependsOn(uri);
    const before = on && known.get(on[0]);
    if (on && before && on.every((each, at) => each === before.on[at])) return before.id;
    const id = `${started}.${++results}`;
    if (on) known.set(on[0], { on, id });
    return id;
  };
}
