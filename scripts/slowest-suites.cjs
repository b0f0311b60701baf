// A reporter of jest: prints the ten slowest suites, so that what makes `npm test` slow is seen. It runs before the summary that jest ends with.
const { relative } = require('node:path');

const SHOWN = 10;

module.exports = class SlowestSuites {
  onRunComplete(_, { testResults }) {
    if (testResults.length <= SHOWN) return;
    const rows = testResults
      .map(({ testFilePath, perfStats: { start, end } }) => [(end - start) / 1_000, testFilePath])
      .sort(([a], [b]) => b - a)
      .slice(0, SHOWN);
    const all = testResults.reduce((sum, { perfStats: { start, end } }) => sum + (end - start) / 1_000, 0);
    console.error(`\nThe ${SHOWN} slowest of ${testResults.length} suites (${all.toFixed(0)} s in all):`);
    for (const [seconds, file] of rows)
      console.error(`${seconds.toFixed(1).padStart(7)} s  ${relative(process.cwd(), file)}`);
  }
};
