/** Reads invented cables again and again; that is all, so that a profile of it is one of the parser. */
import { parse } from '../../../server/src/syntax/parse';
import { generate } from '../../support/generate';

const texts = Array.from({ length: 600 }, (_, seed) => generate(seed + 1).text);
const end = performance.now() + Number(process.argv[2] ?? 10_000);
let sections = 0;
while (performance.now() < end) for (const text of texts) sections += parse(text).messages?.length ?? 0;
console.log(`${sections} messages`);
