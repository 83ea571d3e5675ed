/** axe-core in a page or a frame of it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.2, levels A and AA, and what its makers hold for good practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What is wrong there, a line for each element.
 * @param allowed rules by the selector of elements on which they are not asked for
 */
export async function violations(frame, allowed = {}) {
  await frame.evaluate(source);
  return frame.evaluate(
    async ([tags, allowed]) => {
      const { violations } = await globalThis.axe.run(document, { runOnly: tags });
      const isAllowed = (id, [selector]) => allowed[id] && document.querySelector(selector)?.matches(allowed[id]);
      return violations.flatMap(({ id, nodes }) =>
        nodes
          .filter(({ target }) => !isAllowed(id, target))
          .map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`),
      );
    },
    [TAGS, allowed],
  );
}
