import { readTasks, runLocally, compileWorkflow } from '../../src/local';

test('behaviours are read from JSON and answer Tasks', () => {
  const tasks = readTasks({
    A: { sequence: [{ fails: { error: 'Busy' }, durationSeconds: 2 }, { returnsPayload: { ok: true } }] },
    B: { throws: { name: 'E', message: 'm' } },
  });
  const invoke = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: 'f' } };
  const subject = compileWorkflow({
    StartAt: 'A',
    States: { A: { ...invoke, Retry: [{ ErrorEquals: ['Busy'] }], Next: 'B' }, B: { ...invoke, End: true } },
  });
  expect(runLocally(subject, {}, { tasks })).toMatchObject({ status: 'FAILED', error: 'E', durationSeconds: 3 });
});

test.each<[string, unknown, string, string]>([
  ['what is no object', [], '/', 'task behaviours are not an object'],
  ['a behaviour that is no object', { A: 5 }, '/A', 'a handler is neither a behaviour nor a function'],
  [
    'a behaviour that does nothing',
    { A: { durationSeconds: 1 } },
    '/A',
    'a behaviour does exactly one thing, this one nothing',
  ],
  [
    'a behaviour that does two things',
    { A: { returns: 1, pending: true } },
    '/A',
    'a behaviour does exactly one thing, this one returns and pending',
  ],
  [
    'an unknown field',
    { A: { return: 1 } },
    '/A/return',
    'a behaviour has no field \'return\'; did you mean "returns"?',
  ],
  [
    'a duration that is none',
    { A: { returns: 1, durationSeconds: '3s' } },
    '/A/durationSeconds',
    "'durationSeconds' is not what it has to be",
  ],
  ['a failure without a name', { A: { fails: { cause: 'x' } } }, '/A/fails', "'fails' is not what it has to be"],
  ['an empty sequence', { A: { sequence: [] } }, '/A/sequence', "'sequence' is not what it has to be"],
  [
    'a mistake inside a sequence',
    { A: { sequence: [{ returns: 1 }, { fail: 1 }] } },
    '/A/sequence/1/fail',
    'a behaviour has no field \'fail\'; did you mean "fails"?',
  ],
  [
    'a sequence with a duration of its own',
    { A: { sequence: [{ returns: 1 }], durationSeconds: 1 } },
    '/A/durationSeconds',
    "a sequence has no 'durationSeconds' of its own",
  ],
])('fails for %s', (_what, json, where, summary) => {
  expect(() => readTasks(json as never)).toThrow(expect.objectContaining({ code: 'TASKS_INVALID', where, summary }));
});
