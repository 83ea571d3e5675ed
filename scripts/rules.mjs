/** `npm run rules`: the table of rules from their files, then everything that is made from the table. */
import { buildData } from './build-data.mjs';
import { run } from './lib.mjs';
import { writeRulesTable } from './rules-table.mjs';

writeRulesTable();
buildData();
process.exit(run('tsx', ['scripts/rules-docs.ts']));
