import { ARGUMENTS } from './arguments';
import { pairsOf, unneededOf, withPairs } from './pairs';
import { subjectOfCalls } from './subject';
import { OPTIMIZED_SERVICES } from '../../src/asl';
import { runLocally } from '../../src/local';

const CALLS = Object.entries(OPTIMIZED_SERVICES).flatMap(([service, actions]) => Object.entries(actions).flatMap(([action, patterns]) => (
  [undefined, ...patterns].map(pattern => ({ api: `${service}:${action}`, pattern, resource: `${service}:${action}${pattern === undefined ? '' : `.${pattern}`}` })))));

const TOKEN = { Parameters: { TaskToken: '{% $states.context.Task.Token %}' } };

test('every optimized integration has arguments here', () => {
  expect(Object.keys(ARGUMENTS).sort()).toEqual([...new Set(CALLS.map(({ api }) => api))].sort());
});

describe.each(CALLS)('the role that is derived for $resource', ({ api, resource, pattern }) => {
  const subject = subjectOfCalls(stack => {
    const call = ARGUMENTS[api];
    const { given, grants } = typeof call === 'function' ? call(stack) : call;
    return { Call: { resource, given: { ...given, ...pattern === 'waitForTaskToken' ? TOKEN : {} }, grants } };
  });
  const options = { tasks: { Call: { returns: {} } } };

  test('allows the run', () => {
    const result = runLocally(withPairs(subject, pairsOf(subject.machine!.role!)), {}, options);
    expect(result.permissions.denied.map(one => one.text)).toEqual([]);
    expect(result.permissions.unknown).toEqual([]);
    expect(result.status).toBe('SUCCEEDED');
  });

  test('allows nothing without which the run would not be denied', () => {
    expect(unneededOf(subject, options)).toEqual([]);
  });
});
