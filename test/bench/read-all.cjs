/** `read-all.cjs FOLDER`: reads every file below it as text and does nothing with it: the least that a check in Node costs. */
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

let length = 0;
for (const entry of readdirSync(process.argv[2], { recursive: true, withFileTypes: true }))
  if (entry.isFile()) length += readFileSync(join(entry.path, entry.name), 'utf8').length;
console.log(length);
