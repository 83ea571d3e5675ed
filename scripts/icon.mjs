/** `npm run icon`: the extension's icon as VS Code wants it, from its drawing. */
import { join } from 'node:path';
import sharp from 'sharp';
import { root } from './lib.mjs';

const icons = join(root, 'client', 'icons');
await sharp(join(icons, 'extension.svg'), { density: 72 })
  .resize(256)
  .png({ palette: true, effort: 10, compressionLevel: 9 })
  .toFile(join(icons, 'extension.png'));
