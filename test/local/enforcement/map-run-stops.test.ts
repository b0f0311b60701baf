import { allow, run } from './workflow-of';
import type { JsonObject } from '../../../src/asl';
import { fails, pending, returns, type RunResult, type Mocks } from '../../../src/local';

const ITEMS = 's3://in/items.json';

function mapOf(type: string, task: string, more: JsonObject): JsonObject {
  const call = {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Parameters: { FunctionName: 'arn:aws:lambda:us-east-1:123456789012:function:f' },
    End: true,
  };
  return {
    Type: 'Map',
    ItemProcessor: {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: type },
      StartAt: task,
      States: { [task]: call },
    },
    ResultPath: null,
    ...more,
  };
}

/** The Maps One and Two, one after the other, with a role that may do all but stop executions. */
function twoMaps(
  mocks: Mocks,
  {
    type = 'STANDARD',
    abortAfter,
    one = {},
    states,
    files = {},
  }: {
    type?: string;
    abortAfter?: number;
    one?: JsonObject;
    states?: JsonObject;
    files?: Record<string, number[]>;
  } = {},
): RunResult {
  const may = allow(
    [
      'lambda:InvokeFunction',
      'states:StartExecution',
      'states:DescribeExecution',
      'states:RedriveExecution',
      's3:GetObject',
    ],
    '*',
  );
  return run(
    {
      Resources: {
        Role: {
          Type: 'AWS::IAM::Role',
          Properties: {
            RoleName: 'runner',
            Policies: [{ PolicyName: 'inline', PolicyDocument: { Statement: [may] } }],
          },
        },
        Machine: {
          Type: 'AWS::StepFunctions::StateMachine',
          Properties: {
            StateMachineName: 'flow',
            RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] },
            Definition: {
              StartAt: 'Start',
              States: {
                Start: { Type: 'Pass', Result: [1], Next: 'One' },
                ...(states ?? {
                  One: mapOf(type, 'First', { Next: 'Two', ...one }),
                  Two: mapOf(type, 'Second', { End: true }),
                }),
              },
            },
          },
        },
      },
    },
    { mocks, abortAfter, files, fieldValidation: 'none' },
  );
}

const stops = ({ permissions }: RunResult): string[] =>
  permissions.denied.map(({ state, action }) => `${state} ${action}`);

test('a Map Run that is stopped with its execution needs states:StopExecution, whether it was redriven or not', () => {
  expect(stops(twoMaps({ First: pending() }, { abortAfter: 5 }))).toEqual(['One states:StopExecution']);
  const first = twoMaps({ First: fails('Down') });
  expect(stops(first)).toEqual([]);
  expect(stops(first.redriveSync({ mocks: { First: pending() }, abortAfter: 5 }))).toEqual([
    'One states:StopExecution',
  ]);
  expect(stops(first)).toEqual([]);
});

test('a Map Run that had not begun before its redrive is not taken for the next one', () => {
  const READER = {
    ItemReader: {
      Resource: 'arn:aws:states:::s3:getObject',
      ReaderConfig: { InputType: 'JSON' },
      Parameters: { Bucket: 'in', Key: 'items.json' },
    },
  };
  const first = twoMaps({ First: returns(1) }, { one: READER });
  expect(first.error).toBe('States.ItemReaderFailed');
  const again = first.redriveSync({ mocks: { Second: pending() }, files: { [ITEMS]: [1] }, abortAfter: 5 });
  expect(again.status).toBe('ABORTED');
  expect(stops(again)).toEqual(['Two states:StopExecution']);
});

test('what the first attempt lacked is told after every redrive, once, however that one ended', () => {
  const first = twoMaps({ First: pending() }, { abortAfter: 5 });
  const good = first.redriveSync({ mocks: { First: returns(1), Second: returns(2) } });
  const bad = first.redriveSync({ mocks: { First: returns(1), Second: fails('Down') } });
  expect([good.status, stops(good)]).toEqual(['SUCCEEDED', ['One states:StopExecution']]);
  expect([bad.status, stops(bad)]).toEqual(['FAILED', ['One states:StopExecution']]);
  expect(stops(bad.redriveSync({ mocks: { Second: pending() }, abortAfter: 5 }))).toEqual([
    'One states:StopExecution',
    'Two states:StopExecution',
  ]);
});

test('each stop is told, that of the redrive after that of the first attempt', () => {
  const first = twoMaps({ First: pending() }, { abortAfter: 5 });
  expect(stops(first.redriveSync({ abortAfter: 5 }))).toEqual(['One states:StopExecution', 'One states:StopExecution']);
  expect(stops(first)).toEqual(['One states:StopExecution']);
});

test('a Map Run that is stopped since a branch beside it failed needs it too, also where that is caught', () => {
  const branch = {
    StartAt: 'Call',
    States: {
      Call: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        Parameters: { FunctionName: 'arn:aws:lambda:us-east-1:123456789012:function:f' },
        End: true,
      },
    },
  };
  const one = {
    Type: 'Parallel',
    Branches: [branch, { StartAt: 'Each', States: { Each: mapOf('STANDARD', 'First', { End: true }) } }],
    Catch: [{ ErrorEquals: ['Down'], Next: 'Done' }],
    End: true,
  };
  const result = twoMaps(
    { Call: fails('Down', undefined, { durationSeconds: 1 }), First: pending() },
    { states: { One: one, Done: { Type: 'Succeed' } } },
  );
  expect(result.status).toBe('SUCCEEDED');
  expect(stops(result)).toEqual(['Each states:StopExecution']);
});

test('Express children end by themselves: nothing has to be allowed to stop them', () => {
  expect(stops(twoMaps({ First: pending() }, { type: 'EXPRESS', abortAfter: 5 }))).toEqual([]);
  const again = twoMaps({ First: fails('Down') }, { type: 'EXPRESS' }).redriveSync({
    mocks: { First: returns(1), Second: pending() },
    abortAfter: 5,
  });
  expect([again.status, stops(again)]).toEqual(['ABORTED', []]);
});

test('permissions that are enforced from the redrive on hold for the Map Runs that it goes on with', () => {
  const first = twoMaps({ First: fails('Down') });
  const ignored = first.redriveSync({ permissions: 'ignore', mocks: { First: fails('Still down') } });
  expect(stops(ignored)).toEqual([]);
  expect(stops(ignored.redriveSync({ permissions: 'enforce', mocks: { First: pending() }, abortAfter: 5 }))).toEqual([
    'One states:StopExecution',
  ]);
});
