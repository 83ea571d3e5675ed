import type { Reporter } from './reporter';

interface Count {
  count: number;
  fixable: number;
  files: number;
}

/** How often each rule found something, most often first, instead of what it found. */
export function statistics(asJson: boolean): Reporter {
  const counts = new Map<string, Count>();
  return {
    file: ({ rows }) => {
      const seen = new Set<string>();
      for (const { rule, fixable } of rows) {
        const count = counts.get(rule) ?? { count: 0, fixable: 0, files: 0 };
        counts.set(rule, count);
        count.count++;
        if (fixable) count.fixable++;
        if (!seen.has(rule)) count.files++;
        seen.add(rule);
      }
      return '';
    },
    end: (files) => {
      const all = [...counts].sort(([a, { count: m }], [b, { count: n }]) => n - m || (a < b ? -1 : 1));
      if (asJson)
        return `${JSON.stringify({ schemaVersion: 1, files, statistics: all.map(([rule, count]) => ({ rule, ...count })) })}\n`;
      const width = String(all[0]?.[1].count ?? 0).length;
      return all
        .map(
          ([rule, { count, fixable, files: inFiles }]) =>
            `${String(count).padStart(width)}  ${rule}  in ${inFiles} of ${files}${fixable ? `, ${fixable} fixable` : ''}\n`,
        )
        .join('');
    },
  };
}
