import { callTestState } from '../../conformance/api';
import type { TestStateCase } from '../../conformance/case';

const pass = { Type: 'Pass', End: true };

function called(request: object): object {
  return callTestState({ id: 'x/y', kind: 'teststate', family: 'x', expected: {}, ...request } as TestStateCase);
}

test('a recorded call is made with what it holds', () => {
  expect(called({ definition: pass, input: { n: 1 } })).toEqual({ status: 'SUCCEEDED', output: { n: 1 } });
});

test('the answer of the service that was recorded stands for the service', () => {
  const task = {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Parameters: { FunctionName: 'f' },
    End: true,
  };
  expect(
    called({
      definition: task,
      roleArn: 'arn:aws:iam::123456789012:role/r',
      serviceResult: { output: { Payload: 1 } },
    }),
  ).toEqual({ status: 'SUCCEEDED', output: { Payload: 1 } });
});

test.each([
  ['definitionText', { definitionText: 'not' }, 'InvalidDefinition'],
  ['inputText', { definition: pass, inputText: 'not' }, 'InvalidExecutionInput'],
  ['variablesText', { definition: pass, variablesText: 'not' }, 'ValidationException'],
  [
    'contextText',
    {
      definition: { Type: 'Map', ItemProcessor: { StartAt: 'P', States: { P: pass } }, End: true },
      mock: { result: [] },
      contextText: 'not',
    },
    'ValidationException',
  ],
])('a text that is no JSON is handed on as it is, and its refusal is an answer: %s', (_, request, code) => {
  expect(called(request)).toEqual({ exception: { code, message: expect.any(String) as string } });
});

test('fails on a mistake of ours, which is no answer of AWS', () => {
  expect(() =>
    called({
      definition: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        Parameters: { FunctionName: 'f' },
        End: true,
      },
      roleArn: 'arn:aws:iam::123456789012:role/r',
    }),
  ).toThrow('TASK_WITHOUT_MOCK');
});
