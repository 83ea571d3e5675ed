import { pad } from '../../model/dates';
import { announced } from '../facts/sections';
import { replace, rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED, UNCLASSIFIED } from '../specimens';

export const sectionDe = rule({
  name: 'xref/section-de',
  severity: 'warning',
  format: ['5.2', '2.3', '3.2'],
  message: 'FL3 says section {said}, the classification line {line}.',
  why: 'The station serial number of FL3 is followed by the section that the classification line begins with. Silent where either line gives none, or gives it in another form.',
  fix: 'Writes the section of the classification line into FL3.',
  bad: [
    [CONFIDENTIAL, '#0001/01', '#0001/«02»'],
    [TRANSMITTED, '#0001/01', '#0001/«1»', 'SECTION 01 OF 02', 'SECTION 02 OF 02'],
    [TRANSMITTED, '#0001/01', '#0001/«01»', 'SECTION 01 OF 02', 'FINAL SECTION OF 2'],
  ],
  good: [
    [CONFIDENTIAL, '#0001/01', '#0001/1'],
    [CONFIDENTIAL, '#0001/01', '#0001'],
    [CONFIDENTIAL, '#0001/01', '#0001/02', 'SECTION 01 OF 02', 'SECTIO 01 F 02'],
    [CONFIDENTIAL, '#0001/01', '#0001/02', 'SECTION 01 OF 02 ', ''],
    [UNCLASSIFIED],
  ],
  check(view, report) {
    const said = view.fl3?.section;
    const line = said ? announced(view) : null;
    if (!said || !line || Number(said.text) === line.number) return;
    report(
      said,
      { said: Number(said.text), line: line.number },
      {
        related: { ...line.at, message: `The classification line says ${line.at.text}.` },
        fix: replace(said, pad(line.number, said.text.length)),
      },
    );
  },
});
