import { App } from 'aws-cdk-lib';
import { fails, LocalWorkflow, returns, sequence, type Mocks } from 'stepwright/testing';
import 'stepwright/testing/jest';
import { EtlStack } from './etl-stack';

const workflow = LocalWorkflow.fromStack(new EtlStack(new App(), 'Sales'), 'Etl');

const row = (...values: string[]): object => ({ Data: values.map(VarCharValue => ({ VarCharValue })) });
const rows = (...data: object[]) => returns({ ResultSet: { Rows: [row('reason', 'count'), ...data] } });

const mocks: Mocks = {
  'glue:startJobRun': returns({ JobRunState: 'SUCCEEDED' }, { durationSeconds: 1800, submitted: { JobRunId: 'jr_1' } }),
  'athena:startQueryExecution': returns({ QueryExecution: { QueryExecutionId: 'q-1' } }, { durationSeconds: 20 }),
  'athena:getQueryResults': rows(),
  'sns:publish': returns({ MessageId: 'm' }),
};

test('a good day is quiet', async () => {
  const run = await workflow.run({ day: '2026-03-01' }, { mocks });
  expect(run).toHaveSucceeded({ rejected: [] });
  expect(run).not.toHaveVisited('Tell the team');
  expect(run).toHaveTaken(1820);
  expect(run).toHaveCalled(
    'Count what is wrong',
    expect.objectContaining({
      QueryString: "SELECT reason, count(*) FROM rejected WHERE day = date '2026-03-01' GROUP BY reason",
    }),
  );
});

test('the team hears of a bad day', async () => {
  const run = await workflow.run(
    { day: '2026-03-02' },
    { mocks: { ...mocks, 'athena:getQueryResults': rows(row('no price', '4'), row('no customer', '1')) } },
  );
  expect(run).toHaveSucceeded({
    rejected: [
      { reason: 'no price', count: 4 },
      { reason: 'no customer', count: 1 },
    ],
  });
  expect(run).toHaveCalled('Tell the team', expect.objectContaining({ Subject: 'Rejected on 2026-03-02' }));
});

test('while another run of the job goes on it waits five minutes each time', async () => {
  const busy = fails('Glue.ConcurrentRunsExceededException', 'too many');
  const run = await workflow.run(
    { day: '2026-03-01' },
    { mocks: { ...mocks, Clean: sequence(busy, busy, mocks['glue:startJobRun'] as typeof busy) } },
  );
  expect(run).toHaveSucceeded();
  expect(run).toHaveTaken(600 + 1820);
});

test('a job that fails ends it', async () => {
  expect(
    await workflow.run(
      { day: '2026-03-01' },
      { mocks: { ...mocks, Clean: fails('States.TaskFailed', '{"JobRunState":"FAILED"}') } },
    ),
  ).toHaveFailed('States.TaskFailed');
});
