import type { Reference } from '../../model/references';
import { rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED, UNCLASSIFIED } from '../specimens';

export const refDuplicate = rule({
  name: 'header/ref-duplicate',
  severity: 'information',
  format: ['3.8', '5.1'],
  message: '{id} is already reference {letter}.',
  messages: { above: '{id} is already listed.' },
  why: 'The same cable is listed twice; perhaps another was meant. Silent where the whole REF block is repeated for a section.',
  bad: [
    [TRANSMITTED, 'B. STATE 12345', 'B. «05 ROME 405»'],
    [UNCLASSIFIED, 'A BELL\n', 'A BELL\nREF: STATE 3312, 05 ROME 98, «STATE 003312»\n'],
  ],
  good: [
    [CONFIDENTIAL],
    [TRANSMITTED, 'B. STATE 12345', 'B. 06 ROME 405'],
    [TRANSMITTED, 'B. STATE 12345\n', 'B. STATE 12345\nREF: A. 05 ROME 405\n     B. STATE 12345\n'],
  ],
  check(view, report) {
    if (view.references.length < 2) return;
    const seen = new Map<string, Reference>();
    for (const reference of view.references) {
      const { id, label } = reference;
      if (!id) continue;
      const earlier = seen.get(id);
      if (!earlier) seen.set(id, reference);
      else if (earlier.label !== label || fieldOf(reference) === fieldOf(earlier))
        report(
          reference,
          { id, letter: earlier.label ?? '' },
          {
            ...(!earlier.label && { as: 'above' }),
            related: { ...earlier, message: earlier.label ? `Reference ${earlier.label}.` : 'Listed here.' },
          },
        );
    }
    function fieldOf({ start }: Reference) {
      return view.fields('ref').find((field) => field.start <= start && start < field.end);
    }
  },
});
