import { join } from 'node:path';
import { loadCases, type ExecutionCase } from '../../conformance/case';
import { execute } from '../../conformance/execute';

const folders = [join(__dirname, '..', '..', 'conformance', 'cases'), process.env.STEPWRIGHT_CONFORMANCE].filter(
  folder => folder !== undefined,
);

test('the history and the results of a run are plain JSON: what is not there is no member', async () => {
  const cases = folders.flatMap(loadCases).filter((one): one is ExecutionCase => one.kind === 'execution');
  expect(cases.length).toBeGreaterThan(0);
  for (const recorded of cases) {
    const { history, output, error, cause } = await execute(recorded);
    const events = history.map(({ timestamp, ...event }) => (expect(timestamp).toBeInstanceOf(Date), event));
    expect(events).toStrictEqual(JSON.parse(JSON.stringify(events)));
    if (output !== undefined) expect(output).toStrictEqual(JSON.parse(JSON.stringify(output)));
    expect([typeof error, typeof cause]).not.toContain('object');
  }
});
