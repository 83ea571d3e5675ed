/** A section of the settings, `cable.library`: what is not said, or said in a way that cannot be read, is as it is by default. */

/** Reads one setting of it. */
export type ReadSetting = <T>(name: string, fallback: T, isRight: (value: unknown) => boolean) => T;

/** @param tell is called with one line for each setting that cannot be read. */
export function readSection(section: string, value: unknown, tell: (problem: string) => void): ReadSetting {
  const given = (value && typeof value === 'object' ? value : {}) as Record<string, unknown>;
  return <T>(name: string, fallback: T, isRight: (value: unknown) => boolean): T => {
    const said = given[name];
    if (said === undefined || said === null) return fallback;
    if (isRight(said)) return said as T;
    tell(`${section}.${name}: ${JSON.stringify(said)} cannot be read`);
    return fallback;
  };
}

export const isSwitch = (said: unknown): boolean => typeof said === 'boolean';
