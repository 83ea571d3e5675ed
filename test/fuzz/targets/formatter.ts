import { FORMATS, formatBreaches } from '../../corpus/format-laws';
import { Breach, type Target } from '../engine/target';

export const formatter: Target = {
  name: 'formatter',
  law: 'formatting changes white space alone, is done the first time, and the cable says the same as before',
  longest: 4000,
  holds: ({ text, next }) => {
    const options = next.pick(FORMATS);
    for (const broken of formatBreaches(text, options).broken)
      throw new Breach(broken.replace(/:.*/s, ''), `${broken}\nwidth ${options.width}\n${JSON.stringify(text)}`);
    return undefined;
  },
};
