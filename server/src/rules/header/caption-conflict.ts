import { conflicts } from '../facts/captions';
import { rule } from '../rule';
import { CONFIDENTIAL, RECORD, SMART, UNCLASSIFIED } from '../specimens';

export const captionConflict = rule({
  name: 'header/caption-conflict',
  severity: 'error',
  format: ['3.3'],
  message: '{earlier} cannot be used with {later}.',
  why: 'Some captions exclude each other: AGREMENT CHANNEL and NODIS or EXDIS, DIRGEN CHANNEL and any other, two channels. A warning only where no handbook says so: NODIS with EXDIS, either with SIPDIS. Silent for `EXDIS (DISTRIBUTE AS NODIS)`.',
  bad: [
    [CONFIDENTIAL, 'SIPDIS\n', 'AGREMENT CHANNEL\n«EXDIS»\n'],
    [CONFIDENTIAL, 'SIPDIS\n', 'NODIS\n«SIPDIS»\n'],
    [CONFIDENTIAL, 'SIPDIS\n', 'ROGER CHANNEL\n«DISSENT CHANNEL»\n'],
    [CONFIDENTIAL, 'SIPDIS\n', 'SIPDIS\n«DIRGEN CHANNEL»\n'],
    [SMART, 'Captions: SENSITIVE', 'Captions: SENSITIVE, NODIS, «EXDIS»'],
  ],
  good: [
    [RECORD, 'ANKARA 1204\n', 'ANKARA 1204\nEXDIS (DISTRIBUTE AS NODIS)\n'],
    [CONFIDENTIAL, 'SIPDIS\n', 'NODIS\nSTADIS\n'],
    [UNCLASSIFIED, 'SIPDIS\n', 'ROGER CHANNEL\nROGER CHANNEL\n'],
  ],
  check(view, report) {
    for (const { earlier, later, severity } of conflicts(view))
      report(
        later,
        { earlier: earlier.text, later: later.text },
        { severity, related: { ...earlier, message: `${earlier.text} is given here.` } },
      );
  },
});
