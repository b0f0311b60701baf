import { median } from './statistics';
import { compileWorkflow, returns, runLocally } from '../src/local';
import { CallChecks } from '../src/local/call-checks';

/** How often the loop of workload k calls. */
const CALLS = 10_000;

/** Ten members of a call, so that a check has something to compare. */
const CALL = {
  TableName: 'orders',
  Item: { id: { 'S.$': "States.Format('order-{}', $.n)" }, open: { BOOL: true } },
  ConditionExpression: 'attribute_not_exists(#id) OR #open = :open',
  ExpressionAttributeNames: { '#id': 'id', '#open': 'open' },
  ExpressionAttributeValues: { ':open': { BOOL: true } },
  ReturnConsumedCapacity: 'TOTAL',
  ReturnItemCollectionMetrics: 'SIZE',
  ReturnValues: 'ALL_OLD',
  ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  ConditionalOperator: 'AND',
};

const RESULT = { Attributes: { id: { S: 'a' } }, ConsumedCapacity: { TableName: 'orders', CapacityUnits: 1 } };

/** Workload k: the share of its speed that a loop of calls keeps when the arguments and the result of each are checked. */
export function checkedShare(rounds = 12): number {
  const workflow = compileWorkflow({
    StartAt: 'Put',
    States: {
      Put: {
        Type: 'Task',
        Resource: 'arn:aws:states:::dynamodb:putItem',
        Parameters: CALL,
        ResultPath: null,
        Next: 'Add',
      },
      Add: { Type: 'Pass', Parameters: { 'n.$': 'States.MathAdd($.n, 1)' }, Next: 'More' },
      More: { Type: 'Choice', Choices: [{ Variable: '$.n', NumericLessThan: CALLS, Next: 'Put' }], Default: 'Done' },
      Done: { Type: 'Succeed' },
    },
  });
  const timed = (checked: boolean): number => {
    const start = performance.now();
    const work = (): string =>
      runLocally(workflow, { n: 0 }, { mocks: { Put: returns(RESULT) }, withoutLimits: ['historyEvents'] }).status;
    const status = checked ? work() : withoutChecks(work);
    if (status !== 'SUCCEEDED') throw new Error(status);
    return performance.now() - start;
  };
  const times = Array.from({ length: rounds }, () => [timed(false), timed(true)]).slice(Math.floor(rounds / 6));
  return median(times.map(([free]) => free)) / median(times.map(([, checked]) => checked));
}

/** Runs with checks that accept everything. */
function withoutChecks<T>(work: () => T): T {
  const { refused, checked } = CallChecks.prototype;
  CallChecks.prototype.refused = () => undefined;
  CallChecks.prototype.checked = (_, answer) => answer;
  try {
    return work();
  } finally {
    Object.assign(CallChecks.prototype, { refused, checked });
  }
}
