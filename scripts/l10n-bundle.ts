/** `npm run l10n`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { englishBundle } from './l10n';

englishBundle().then((text) => writeFileSync(join(__dirname, '..', 'l10n', 'bundle.l10n.json'), text));
