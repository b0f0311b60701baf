import { LAMBDA, only } from './runs';
import type { Json, JsonObject } from '../../src/asl';
import { compile } from '../../src/interpreter';

/** The text of what compiling a definition throws. */
function refusal(definition: Json | string): string {
  try {
    compile(definition);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was thrown');
}

const says = (summary: string, where: string, received: string, allowed: string): string =>
  `INVALID_DEFINITION: ${summary}\n  at: ${where}\n  received: ${received}\n  allowed: ${allowed}`;
const TASK = { ...LAMBDA, End: true };
const ok = { ErrorEquals: ['E'], Next: 'A' };

describe('a state without a field that it needs', () => {
  test.each<[type: string, field: string, allowed: string]>([
    ['Choice', 'Choices', 'a list of objects'],
    ['Parallel', 'Branches', 'a list of objects'],
    ['Task', 'Resource', 'a text'],
  ])('fails: a %s without %s', (Type, field, allowed) => {
    expect(refusal({ StartAt: 'A', States: { A: { Type, End: true } } })).toBe(
      says(`the state 'A' has no ${field}`, '/States/A', 'nothing', allowed),
    );
  });

  test.each(['Retry', 'Catch'])('fails: a rule of %s without ErrorEquals', field => {
    expect(refusal({ StartAt: 'A', States: { A: { ...TASK, [field]: [ok, { Next: 'A' }] } } })).toBe(
      says(`the state 'A' has no ErrorEquals in ${field}`, `/States/A/${field}/1`, 'nothing', 'a list of texts'),
    );
  });
});

describe('a field of the wrong kind', () => {
  test.each<[field: string, value: Json, received: string, allowed: string]>([
    ['Resource', 1, '1', 'a text'],
    ['TimeoutSecondsPath', ['$.a'], '["$.a"]', 'a text'],
    ['Label', null, 'null', 'a text'],
    ['Assign', 'x', '"x"', 'an object'],
    ['Credentials', [], '[]', 'an object'],
    ['Retry', [{ ErrorEquals: ['E'] }, 1], '[{"ErrorEquals":["E"]},1]', 'a list of objects'],
    ['Catch', {}, '{}', 'a list of objects'],
    ['Assign', 'x'.repeat(100), `"${'x'.repeat(79)}`, 'an object'],
  ])('fails: %s that is %j', (field, value, received, allowed) => {
    expect(refusal({ StartAt: 'A', States: { A: { ...TASK, [field]: value } } })).toBe(
      says(`the state 'A' has a wrong ${field}`, `/States/A/${field}`, received, allowed),
    );
  });

  test('fails: a role of Credentials that is no text', () => {
    expect(refusal({ StartAt: 'A', States: { A: { ...TASK, Credentials: { RoleArn: { a: 1 } } } } })).toBe(
      says("the state 'A' has a wrong RoleArn", '/States/A/Credentials/RoleArn', '{"a":1}', 'a text'),
    );
  });

  test.each<[ErrorEquals: Json, received: string]>([
    ['E', '"E"'],
    [{ 0: 'E' }, '{"0":"E"}'],
    [[1], '[1]'],
    [['E', 1], '["E",1]'],
  ])('fails: ErrorEquals that is %j', (ErrorEquals, received) => {
    for (const field of ['Retry', 'Catch']) {
      expect(refusal({ StartAt: 'A', States: { A: { ...TASK, [field]: [ok, { ErrorEquals, Next: 'A' }] } } })).toBe(
        says("the state 'A' has a wrong ErrorEquals", `/States/A/${field}/1/ErrorEquals`, received, 'a list of texts'),
      );
    }
  });
});

describe('a definition that leads nowhere', () => {
  const to = (next: Json | undefined): JsonObject => ({
    StartAt: 'First',
    States: { First: { Type: 'Pass', ...(next === undefined ? {} : { Next: next }) }, Second: { Type: 'Succeed' } },
  });
  const unknown = (field: string, where: string, received: string, more = ''): string =>
    `UNKNOWN_TARGET: ${field} names a state that doesn't exist in its scope\n  at: ${where}\n  received: ${received}\n  allowed: "First", "Second"\n  fix: Use the name of a state in the same scope${more}`;

  test('fails, and names the states that there are and the nearest', () => {
    expect(refusal(to('Secnod'))).toBe(unknown('Next', '/States/First/Next', '"Secnod"', '; did you mean "Second"?'));
    expect(refusal({ ...to('Second'), StartAt: 7 })).toBe(unknown('StartAt', '/StartAt', '7'));
    expect(refusal({ States: to('Second').States })).toBe(unknown('StartAt', '/StartAt', 'nothing'));
  });

  test('fails, and names no more than twenty states', () => {
    const states = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`S${i}`, { Type: 'Succeed' }]));
    expect(refusal({ StartAt: 'Elsewhere', States: states })).toContain(
      `\n  allowed: ${Array.from({ length: 20 }, (_, i) => `"S${i}"`).join(', ')}\n  fix: Use the name of a state in the same scope`,
    );
  });

  test('fails, and tells how a state can end', () => {
    expect(refusal(to(undefined))).toBe(
      'INVALID_DEFINITION: the state \'First\' has neither Next nor End\n  at: /States/First\n  fix: Add "Next", or "End": true.',
    );
  });

  test('fails inside of the branch that it is in', () => {
    const branch = (next: string): JsonObject => ({
      StartAt: 'I',
      States: { I: { Type: 'Pass', Next: next }, J: { Type: 'Succeed' } },
    });
    expect(refusal(only({ Type: 'Parallel', Branches: [branch('J'), branch('A')] }))).toContain(
      '\n  at: /States/A/Branches/1/States/I/Next\n',
    );
  });
});

describe('a definition that is none', () => {
  test.each<[definition: Json, message: string]>([
    [[1], 'INVALID_DEFINITION: a definition must be a JSON object\n  at: /\n  received: [1]'],
    ['"x"', 'INVALID_DEFINITION: a definition must be a JSON object\n  at: /\n  received: "x"'],
    [undefined as never, 'INVALID_DEFINITION: a definition must be a JSON object\n  at: /\n  received: nothing'],
    [
      [`${'x'.repeat(100)}`],
      `INVALID_DEFINITION: a definition must be a JSON object\n  at: /\n  received: ["${'x'.repeat(78)}`,
    ],
    [{ StartAt: 'A' }, says('States is missing or empty', '/', 'nothing', 'an object with at least one state')],
    [{ StartAt: 'A', States: {} }, says('States is missing or empty', '/', '{}', 'an object with at least one state')],
    [
      { StartAt: 'A', States: { A: 1 } },
      "INVALID_DEFINITION: the state 'A' is not an object\n  at: /States/A\n  received: 1",
    ],
    [
      only({ Type: 'Chioce' }),
      'UNKNOWN_STATE_TYPE: the state \'A\' has an unknown Type\n  at: /States/A/Type\n  received: "Chioce"\n  allowed: Pass, Task, Choice, Wait, Succeed, Fail, Parallel, Map\n  fix: Use one of the eight types; did you mean "Choice"?',
    ],
    [
      { StartAt: 'A', States: { A: {} } },
      "UNKNOWN_STATE_TYPE: the state 'A' has an unknown Type\n  at: /States/A/Type\n  received: nothing\n  allowed: Pass, Task, Choice, Wait, Succeed, Fail, Parallel, Map\n  fix: Use one of the eight types",
    ],
    [
      { StartAt: 'A', States: { A: { Type: 7 } } },
      "UNKNOWN_STATE_TYPE: the state 'A' has an unknown Type\n  at: /States/A/Type\n  received: 7\n  allowed: Pass, Task, Choice, Wait, Succeed, Fail, Parallel, Map\n  fix: Use one of the eight types",
    ],
  ])('fails: %j', (definition, message) => {
    expect(refusal(definition)).toBe(message);
  });
});

describe('a Resource', () => {
  test.each([
    'arn:aws:states:::sqs:sendMessage.waitForToken',
    'arn:aws:states:::lambda:invoke:x',
    'my arn:aws:states:::lambda:invoke',
    'my arn:aws:lambda:us-east-1:123456789012:function:f',
    'my arn:aws:states:us-east-1:123456789012:activity:a',
  ])('fails that nothing can call: %s', Resource => {
    expect(refusal(only({ Type: 'Task', Resource }))).toMatch(/^INVALID_RESOURCE: /);
  });
});
