// mocha's spec report, and the counts, with what failed, in a file for the script that adds up all suites.
const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

module.exports = class Counting extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.on('end', () => {
      const { passes, failures } = this.stats;
      const titles = this.failures.map((test) => test.fullTitle());
      writeFileSync(options.reporterOption.file, JSON.stringify({ passed: passes, failed: failures, titles }));
    });
  }
};
