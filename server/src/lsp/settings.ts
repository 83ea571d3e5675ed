/** The section `cable` of the settings, or what was said of it at the start. */
export interface Settings {
  readonly glossary?: unknown;
  readonly rules?: unknown;
  readonly library?: unknown;
  readonly codeLens?: { readonly citations?: unknown } | null;
  readonly inlayHints?: unknown;
  readonly format?: unknown;
}

/** Settings may be options of the start, or stand among them as `cable`, as where the same object answers for each section. */
export function settingsIn(options: unknown): Settings {
  if (!options || typeof options !== 'object') return {};
  const { cable } = options as { cable?: unknown };
  return cable && typeof cable === 'object' ? cable : options;
}
