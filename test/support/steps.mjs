/** Steps of a suite that drives windows: each is told as it ends, and one that failed does not keep the next from being tried. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib.mjs';

/**
 * @param suite names the pictures of windows in which a step failed
 * @param window the one a step is about, where it does not say so itself
 */
export function steps(suite, window = () => undefined) {
  const counts = { passed: 0, failed: 0, titles: [] };
  return {
    counts,
    it: async (what, check, page = window()) => {
      try {
        await check();
        counts.passed++;
        console.log(`  ✔ ${what}`);
      } catch (error) {
        counts.failed++;
        counts.titles.push(what);
        console.error(`  ✖ ${what}\n`, error);
        if (!page) return;
        const path = join(root, 'dist', 'test', `${suite}-${counts.failed}.png`);
        await page.screenshot({ path }).catch(() => {});
        console.error(`    The window at that moment: ${path}`);
      }
    },
    /** Writes the counts where the runner of all suites reads them, and ends. */
    end: (report) => {
      if (report) writeFileSync(report, JSON.stringify(counts));
      process.exit(counts.failed ? 1 : 0);
    },
  };
}
