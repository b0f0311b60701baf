import type { ExecutionCase } from '../../conformance/case';
import { differences } from '../../conformance/compare/difference';
import { compareHistory, type CaseEvent } from '../../conformance/compare/history';
import { compareOutcome } from '../../conformance/compare/outcome';
import { regionsOf } from '../../conformance/compare/regions';
import { fallen, type Ratchet } from '../../conformance/ratchet';
import { compile, run } from '../../src/interpreter';

const PASS = { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } };

function recorded(expected: object, historyMode?: ExecutionCase['historyMode']): ExecutionCase {
  return {
    kind: 'execution',
    id: 'x/y',
    family: 'x',
    type: 'STANDARD',
    definition: PASS,
    input: {},
    expected,
    historyMode,
  } as unknown as ExecutionCase;
}

describe('values', () => {
  test('are equal whatever the order of their keys', () => {
    expect(differences({ a: 1, b: [2] }, { b: [2], a: 1.0 })).toEqual([]);
  });

  test('match a wildcard alone, inside of a text and as a key', () => {
    expect(
      differences(
        { 'id': '«any»', 'arn': 'arn:«any»:x:«any»', 'k-«any»': 1 },
        { 'id': [1], 'arn': 'arn:aws:x:1', 'k-7': 1 },
      ),
    ).toEqual([]);
  });

  test('fails a wildcard whose fixed parts do not match', () => {
    expect(differences('a«any»b«any»c', 'a-b-d')).toEqual(['$: expected to match "a«any»b«any»c", got "a-b-d"']);
  });

  test('fails what is missing, surplus or of another length, with its path', () => {
    expect(differences({ a: 1, b: [1, 2] }, { b: [1], c: 3 })).toEqual([
      '$.a: missing, expected 1',
      '$.b: expected 2 items, got 1',
      '$.c: unexpected 3',
    ]);
  });
});

describe('outcomes', () => {
  test('are equal when a cause that is JSON was decoded in the case', () => {
    expect(
      compareOutcome(recorded({ status: 'FAILED', error: 'E', cause: { a: 1 } }), {
        status: 'FAILED',
        error: 'E',
        cause: '{ "a": 1 }',
      }),
    ).toEqual([]);
  });

  test('fails an error that AWS does not have', () => {
    expect(compareOutcome(recorded({ status: 'FAILED' }), { status: 'FAILED', error: 'E' })).toEqual([
      '$.error: unexpected "E"',
    ]);
  });
});

describe('histories', () => {
  const events: CaseEvent[] = [
    { id: 1, previousEventId: 0, type: 'ExecutionStarted', executionStartedEventDetails: { input: {} } },
    { id: 2, previousEventId: 0, type: 'PassStateEntered', stateEnteredEventDetails: { name: 'A', input: {} } },
    { id: 3, previousEventId: 2, type: 'PassStateExited', stateExitedEventDetails: { name: 'A', output: {} } },
    { id: 4, previousEventId: 3, type: 'ExecutionSucceeded', executionSucceededEventDetails: { output: {} } },
  ];
  const { history } = run(compile(PASS));

  test('are equal without times, roles and sizes', () => {
    expect(compareHistory(recorded({ status: 'SUCCEEDED', history: events }, 'exact'), history)).toEqual([]);
  });

  test('fails another link', () => {
    const other = events.map(event => (event.id === 3 ? { ...event, previousEventId: 1 } : event));
    expect(compareHistory(recorded({ status: 'SUCCEEDED', history: other }, 'exact'), history)).toEqual([
      '$.history[2].previousEventId: expected 1, got 2',
    ]);
  });

  test('fails a missing event', () => {
    expect(compareHistory(recorded({ status: 'SUCCEEDED', history: events.slice(0, 3) }, 'exact'), history)).toEqual([
      '$.history: expected 3 events, got 4',
    ]);
  });

  test('do not compare the order inside of a Parallel when it is not known', () => {
    const names = (types: string[]): CaseEvent[] => types.map(type => ({ type }));
    const parts = regionsOf(
      names([
        'ParallelStateEntered',
        'ParallelStateStarted',
        'PassStateEntered',
        'PassStateExited',
        'ParallelStateSucceeded',
        'ParallelStateExited',
      ]),
    );
    expect(parts.map(part => ('bag' in part ? part.bag.map(({ type }) => type) : part.event.type))).toEqual([
      'ParallelStateEntered',
      'ParallelStateStarted',
      ['PassStateEntered', 'PassStateExited'],
      'ParallelStateSucceeded',
      'ParallelStateExited',
    ]);
  });

  test('begin a new region where a Map is tried again', () => {
    const names = [
      'MapStateStarted',
      'MapIterationStarted',
      'MapIterationFailed',
      'MapStateStarted',
      'MapIterationStarted',
      'MapStateFailed',
    ].map(type => ({ type }));
    expect(regionsOf(names).map(part => ('bag' in part ? part.bag.length : part.event.type))).toEqual([
      'MapStateStarted',
      2,
      'MapStateStarted',
      1,
      'MapStateFailed',
    ]);
  });
});

describe('the ratchet', () => {
  const at = (passed: number): Ratchet => ({
    execution: { outcome: { passed, of: 10 } },
    teststate: { outcome: { passed: 0, of: 0 } },
    validate: { outcome: { passed: 0, of: 0 } },
  });

  test('holds when the share is the same or higher', () => {
    expect(fallen(at(8), at(8))).toEqual([]);
  });

  test('fails when the share fell', () => {
    expect(fallen(at(8), at(7))).toEqual(['execution outcome: 7 of 10, it was 8 of 10']);
  });
});
