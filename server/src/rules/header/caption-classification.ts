import { rule } from '../rule';
import { CONFIDENTIAL, DRAFT, RECORD, UNCLASSIFIED } from '../specimens';

export const captionClassification = rule({
  name: 'header/caption-classification',
  severity: 'warning',
  format: ['3.3'],
  message: '{caption} needs a classified or SENSITIVE cable.',
  why: 'What goes by the AGREMENT CHANNEL must be protected: the name of an ambassador who is not yet accepted. NOFORN, which must be as well, has a rule of its own, `xref/noforn-unclassified`.',
  bad: [
    [UNCLASSIFIED, 'SENSITIVE\nSIPDIS\n', '«AGREMENT CHANNEL»\n', '(SBU)', '(U)'],
    [DRAFT, 'SENSITIVE\n', '«AGREMENT CHANNEL»\n', '1.  (SBU)', '1.  (U)', '3.  (SBU)', '3.  (U)'],
  ],
  good: [
    [CONFIDENTIAL, 'SIPDIS\n', 'AGREMENT CHANNEL\n'],
    [UNCLASSIFIED, 'SIPDIS\n', 'AGREMENT CHANNEL\n'],
    [UNCLASSIFIED, 'UNCLAS ROME', 'UNCLAS SBU ROME', 'SENSITIVE\nSIPDIS\n', 'AGREMENT CHANNEL\n'],
    [RECORD, 'C O N F I D E N T I A L ANKARA 1204\n', 'LIMITED OFFICIAL USE ANKARA 1204\nAGREMENT CHANNEL\n'],
  ],
  check(view, report) {
    // Limited official use protected what SENSITIVE protects since.
    if (view.level !== 'UNCLASSIFIED' || view.isSensitive) return;
    const caption = view.caption('AGREMENT CHANNEL');
    if (caption)
      report(
        caption,
        { caption: caption.text },
        { related: { ...view.classification!.word, message: 'The cable is UNCLASSIFIED.' } },
      );
  },
});
