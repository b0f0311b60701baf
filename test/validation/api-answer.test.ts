import { apiAnswer, validate, type Diagnostic } from '../../src/validation';

const LOOP = { StartAt: 'A', States: { A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', Next: 'A' } } };
const WARNED = { StartAt: 'A', States: { A: { Type: 'Pass', Parameters: { name: '$.name' }, End: true } } };
const WAITING = {
  StartAt: 'A',
  States: {
    A: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
      Parameters: { QueueUrl: 'q', MessageBody: 'm' },
      TimeoutSeconds: 60,
      End: true,
    },
  },
};

test('ValidateStateMachineDefinition gives errors only, unless warnings are asked for', () => {
  expect(apiAnswer('ValidateStateMachineDefinition', validate(WARNED))).toEqual({
    valid: true,
    result: 'OK',
    diagnostics: [],
    truncated: false,
  });
  expect(apiAnswer('ValidateStateMachineDefinition', validate(WARNED), { severity: 'WARNING' })).toMatchObject({
    valid: true,
    result: 'OK',
    diagnostics: [{ code: 'NO_DOLLAR', severity: 'WARNING' }],
  });
});

test('a missing end has no location, and CreateStateMachine prints it as null', () => {
  const found = validate(LOOP);
  expect(apiAnswer('ValidateStateMachineDefinition', found).diagnostics).toEqual([
    { severity: 'ERROR', code: 'MISSING_END_STATE', message: 'Workflow has no terminal state' },
  ]);
  expect(apiAnswer('CreateStateMachine', found)).toEqual({
    valid: false,
    code: 'InvalidDefinition',
    message: "Invalid State Machine Definition: 'MISSING_END_STATE: Workflow has no terminal state at null'",
  });
});

test('UpdateStateMachine lists all errors in one message', () => {
  const found = validate({
    StartAt: 'pass1',
    States: { pass1: { Type: 'Pass', Next: 'pass3' }, pass2: { Type: 'Pass', End: true } },
  });
  expect(apiAnswer('UpdateStateMachine', found).message).toBe(
    "Invalid State Machine Definition: 'MISSING_TRANSITION_TARGET: Missing 'Next' target: pass3 at /States/pass1/Next, MISSING_TRANSITION_TARGET: State \"pass2\" is not reachable. at /States/pass2'",
  );
});

test('AWS writes two spaces before the place of a pattern that Express does not have', () => {
  expect(apiAnswer('CreateStateMachine', validate(WAITING, { type: 'EXPRESS' })).message).toBe(
    "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: Express state machine does not support '.waitForTaskToken' service integration  at /States/A/Resource'",
  );
});

test('at most a hundred diagnostics are given, or as many as were asked for', () => {
  const many = Array.from({ length: 120 }, (): Diagnostic => ({
    rule: 'x',
    code: 'X',
    severity: 'ERROR',
    message: 'x',
    pointer: '',
  }));
  expect(apiAnswer('ValidateStateMachineDefinition', many)).toMatchObject({ result: 'FAIL', truncated: true });
  expect(apiAnswer('ValidateStateMachineDefinition', many).diagnostics).toHaveLength(100);
  expect(apiAnswer('ValidateStateMachineDefinition', many, { maxResults: 7 }).diagnostics).toHaveLength(7);
});
