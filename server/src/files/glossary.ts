/** The user's glossary for the command: the nearest `cable-glossary.json` in this folder or above it. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { GLOSSARY_FILE, type Glossary, joinGlossaries, NO_GLOSSARY, readGlossary } from '../meaning/glossary';

/** @param tell is called with one line for each entry that cannot be read. */
export function nearestGlossary(folder: string, tell: (problem: string) => void): Glossary {
  for (let at = folder; ; at = dirname(at)) {
    const path = join(at, GLOSSARY_FILE);
    const text = readIfThere(path);
    if (text !== null) {
      try {
        const { entries, problems } = readGlossary(JSON.parse(text), GLOSSARY_FILE);
        problems.forEach(tell);
        return joinGlossaries(entries);
      } catch (error) {
        tell(`${path}: ${error instanceof Error ? error.message : String(error)}`);
        return NO_GLOSSARY;
      }
    }
    if (dirname(at) === at) return NO_GLOSSARY;
  }
}

function readIfThere(path: string): string | null {
  try {
    // Programs of Windows begin a text with a mark of its encoding.
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return null;
  }
}
