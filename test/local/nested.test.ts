import { findMachine, readTemplate } from '../../src/cloudformation';
import {
  pending,
  returns,
  runLocally,
  runLocallyAsync,
  compileMachine,
  type RunResult,
  type Mocks,
} from '../../src/local';

const pass = {
  StartAt: 'Double',
  States: {
    Double: { Type: 'Pass', QueryLanguage: 'JSONata', Output: { twice: '{% $states.input.n * 2 %}' }, End: true },
  },
};
const asking = {
  StartAt: 'Ask',
  States: {
    Ask: { Type: 'Task', Resource: 'arn:aws:states:::dynamodb:getItem', Parameters: {}, TimeoutSeconds: 9, End: true },
  },
};

function app(
  pattern: string,
  child: object,
  childType = 'STANDARD',
  input: unknown = { n: 4 },
): (mocks?: Mocks) => RunResult {
  const template = parent(pattern, child, childType, input);
  const read = readTemplate(template as never);
  const subject = compileMachine(findMachine(read, 'Parent'), read);
  return mocks => runLocally(subject, {}, { mocks, fieldValidation: 'none' });
}

function parent(resource: string, child: object, childType: string, input: unknown): object {
  return {
    Resources: {
      Parent: {
        Type: 'AWS::StepFunctions::StateMachine',
        Properties: {
          RoleArn: 'arn:aws:iam::123456789012:role/r',
          DefinitionString: {
            'Fn::Join': [
              '',
              [
                `{"StartAt":"Call","States":{"Call":{"Type":"Task","Resource":"${resource}","Parameters":{"StateMachineArn":"`,
                { Ref: 'Child' },
                `","Input":${JSON.stringify(input)}},"End":true}}}`,
              ],
            ],
          },
        },
      },
      Child: {
        Type: 'AWS::StepFunctions::StateMachine',
        Properties: {
          RoleArn: 'arn:aws:iam::123456789012:role/r',
          StateMachineType: childType,
          DefinitionString: JSON.stringify(child),
        },
      },
    },
  };
}

const START = 'arn:aws:states:::states:startExecution';

test('.sync:2 gives the output of the other machine as JSON, .sync as text', () => {
  expect(app(`${START}.sync:2`, pass)().output).toMatchObject({
    Status: 'SUCCEEDED',
    Input: { n: 4 },
    Output: { twice: 8 },
  });
  expect(app(`${START}.sync`, pass)().output).toMatchObject({
    Status: 'SUCCEEDED',
    Input: '{"n":4}',
    Output: '{"twice":8}',
  });
});

test('without a pattern the Task goes on at once, and the other machine runs beside', () => {
  const run = app(START, { StartAt: 'W', States: { W: { Type: 'Wait', Seconds: 60, End: true } } })();
  expect(run.output).toMatchObject({
    ExecutionArn: expect.stringContaining(':execution:'),
    StartDate: Date.UTC(2024, 0, 1),
  });
  expect(run.durationSeconds).toBe(0);
  expect(run.nested.map(({ stateMachineArn, status }) => [stateMachineArn.split('-').pop(), status])).toEqual([
    ['Child', 'SUCCEEDED'],
  ]);
});

test('the virtual time of the other machine passes for the Task that waits for it', () => {
  expect(
    app(`${START}.sync:2`, { StartAt: 'W', States: { W: { Type: 'Wait', Seconds: 60, End: true } } })().durationSeconds,
  ).toBe(60);
});

test('handlers hold for the other machine as well, also qualified by its name', () => {
  const run = app(`${START}.sync:2`, asking);
  expect(run({ Ask: returns({ Item: 1 }) }).output).toMatchObject({ Output: { Item: 1 } });
  expect(run({ 'Child/Ask': returns({ Item: 2 }), 'dynamodb:getItem': returns({ Item: 3 }) }).output).toMatchObject({
    Output: { Item: 2 },
  });
});

test('a mock in place of the other machine', () => {
  expect(app(`${START}.sync:2`, asking)({ Child: returns({ Output: 5 }) }).output).toEqual({ Output: 5 });
});

test('a failure of the other machine is States.TaskFailed with its description', () => {
  const run = app(`${START}.sync:2`, asking)({ Ask: pending() });
  expect(run).toMatchObject({ status: 'FAILED', error: 'States.TaskFailed', durationSeconds: 9 });
  expect(JSON.parse(run.cause!)).toMatchObject({ Status: 'FAILED', Error: 'States.Timeout', Name: expect.any(String) });
});

test('startSyncExecution runs an Express machine, and gives its end whatever it is', () => {
  const express = app('arn:aws:states:::aws-sdk:sfn:startSyncExecution', pass, 'EXPRESS', '{"n":4}');
  expect(express().output).toMatchObject({ Status: 'SUCCEEDED', Output: '{"twice":8}' });
});

test('fails for waiting for the end of an Express machine', () => {
  expect(() => app(`${START}.sync`, pass, 'EXPRESS')()).toThrow(
    expect.objectContaining({ code: 'EXPRESS_CANNOT_SYNC' }),
  );
});

test('fails for a Task of the other machine without a mock, and names it', () => {
  expect(() => app(`${START}.sync`, asking)()).toThrow(
    expect.objectContaining({ code: 'TASK_WITHOUT_MOCK', where: "state 'Ask'" }),
  );
});

test('its price and its timeline stand with the parent', () => {
  const run = app(`${START}.sync:2`, pass)();
  expect(run.cost.children).toEqual({ executions: 1, transitions: 1, usd: 0.000025 });
  expect(
    run
      .timelineText()
      .split('\n')
      .map(line => line.trim().split(/ {2,}/).slice(0, 2).join('|')),
  ).toEqual([
    '0s|starts',
    'Call|in',
    'waits|for the end of the job',
    'starts|Stack-Child with {"n":4}',
    'Double|in',
    'out|{"twice":8}',
    'ends|SUCCEEDED {"twice":8}',
    'Call|out',
    expect.stringContaining('ends|SUCCEEDED'),
  ]);
});

test('an asynchronous mock of the other machine', async () => {
  const read = readTemplate(parent(`${START}.sync:2`, asking, 'STANDARD', {}) as never);
  const run = await runLocallyAsync(
    compileMachine(findMachine(read, 'Parent'), read),
    {},
    { mocks: { Ask: async () => ({ Item: 7 }) }, fieldValidation: 'none' },
  );
  expect(run.output).toMatchObject({ Output: { Item: 7 } });
});
