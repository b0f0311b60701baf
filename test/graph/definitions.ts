/** A Task that invokes a function. */
export function task(fields: object = { End: true }): object {
  return { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:work', ...fields };
}

/** Poll, wait, and poll again until a job is done. */
export const POLLING = {
  StartAt: 'Wait for the job',
  States: {
    'Wait for the job': { Type: 'Wait', Seconds: 30, Next: 'Get status' },
    'Get status': task({ Next: 'Done?', Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Failed' }] }),
    'Done?': {
      Type: 'Choice',
      Choices: [
        { Variable: '$.status', StringEquals: 'COMPLETED', Next: 'Store' },
        { Variable: '$.attempts', NumericGreaterThanEquals: 5, Next: 'Failed' },
      ],
      Default: 'Wait for the job',
    },
    'Store': {
      Type: 'Task',
      Resource: 'arn:aws:states:::dynamodb:putItem',
      Parameters: { TableName: 'Jobs', Item: { id: { S: '1' } } },
      End: true,
    },
    'Failed': { Type: 'Fail', Error: 'JobFailed' },
  },
};

/** A chain of Tasks with one handler. */
export function chainWithHandler(length: number): object {
  const states: Record<string, object> = { 'Roll back': { Type: 'Fail', Error: 'RolledBack' } };
  for (let i = 1; i <= length; i++) {
    const next = i < length ? { Next: `Step ${i + 1}` } : { End: true };
    states[`Step ${i}`] = task({ ...next, Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Roll back' }] });
  }
  return { StartAt: 'Step 1', States: states };
}

/** Maps and Parallels in each other. */
export function nested(depth: number): object {
  if (depth === 0) return { StartAt: 'Work', States: { Work: task() } };
  const inner = nested(depth - 1);
  const own =
    depth % 2 === 0
      ? { Type: 'Map', ItemProcessor: inner, Next: `After ${depth}` }
      : { Type: 'Parallel', Branches: [inner, POLLING], Next: `After ${depth}` };
  return {
    StartAt: `Level ${depth}`,
    States: { [`Level ${depth}`]: own, [`After ${depth}`]: { Type: 'Pass', End: true } },
  };
}
