import { readMocks, runLocally, compileWorkflow } from '../../src/local';

test('mocks are read from JSON and answer Tasks', () => {
  const mocks = readMocks({
    A: { sequence: [{ fails: { error: 'Busy' }, durationSeconds: 2 }, { returnsPayload: { ok: true } }] },
    B: { throws: { name: 'E', message: 'm' } },
  });
  const invoke = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: 'f' } };
  const subject = compileWorkflow({
    StartAt: 'A',
    States: { A: { ...invoke, Retry: [{ ErrorEquals: ['Busy'] }], Next: 'B' }, B: { ...invoke, End: true } },
  });
  expect(runLocally(subject, {}, { mocks })).toMatchObject({ status: 'FAILED', error: 'E', durationSeconds: 3 });
});

test.each<[string, unknown, string, string]>([
  ['an array', [], '/', 'the mocks are not an object'],
  ['a mock that is not an object', { A: 5 }, '/A', 'a mock is an object or a function'],
  [
    'a mock without an action',
    { A: { durationSeconds: 1 } },
    '/A',
    'a mock needs exactly one action, but this one has none',
  ],
  [
    'a mock with two actions',
    { A: { returns: 1, pending: true } },
    '/A',
    'a mock needs exactly one action, but this one has returns and pending',
  ],
  ['an unknown field', { A: { return: 1 } }, '/A/return', 'a mock has no field \'return\'; did you mean "returns"?'],
  [
    'an invalid duration',
    { A: { returns: 1, durationSeconds: '3s' } },
    '/A/durationSeconds',
    "'durationSeconds' has an invalid value",
  ],
  ['a failure without a name', { A: { fails: { cause: 'x' } } }, '/A/fails', "'fails' has an invalid value"],
  ['an empty sequence', { A: { sequence: [] } }, '/A/sequence', "'sequence' has an invalid value"],
  [
    'a mistake inside a sequence',
    { A: { sequence: [{ returns: 1 }, { fail: 1 }] } },
    '/A/sequence/1/fail',
    'a mock has no field \'fail\'; did you mean "fails"?',
  ],
  [
    'a sequence with a duration of its own',
    { A: { sequence: [{ returns: 1 }], durationSeconds: 1 } },
    '/A/durationSeconds',
    "a sequence can't have its own 'durationSeconds'",
  ],
])('fails for %s', (_what, json, where, summary) => {
  expect(() => readMocks(json as never)).toThrow(expect.objectContaining({ code: 'INVALID_MOCK', where, summary }));
});
