// mocha's spec report, and the counts in a file for the script that adds up all suites.
const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

module.exports = class Counting extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.on('end', () => {
      const { passes, failures } = this.stats;
      writeFileSync(options.reporterOption.file, JSON.stringify({ passed: passes, failed: failures }));
    });
  }
};
