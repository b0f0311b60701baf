import { readFileSync } from 'node:fs';
import { isJsonObject, pointerStep, type Json, type JsonObject } from '../../asl';
import { didYouMean, StepwrightError } from '../../errors';

/** The machine of a mock configuration file: its name there, or the names that the machine that runs has. */
export type MachineChoice = { readonly name: string } | { readonly names: readonly string[] };

/**
 * The mocks of one test case of a mock configuration file (MockConfigFile) of Step Functions Local, as data.
 *
 * @param config the file's path, or its content
 * @param machine the machine; if the file has only one, names that don't fit are no error
 * @param testCase the test case, or `MACHINE#CASE`
 * @throws StepwrightError INVALID_MOCK_CONFIG with the JSON pointer, UNKNOWN_CASE with the nearest name
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/sfn-local-mock-cfg-file.html
 */
export function mocksOfCase(
  config: string | JsonObject,
  machine: MachineChoice,
  testCase: string,
): Record<string, JsonObject> {
  const { where, content } =
    typeof config === 'string' ? readConfig(config) : { where: 'mock configuration', content: config as Json };
  const machines = member(content, 'StateMachines', where, '');
  const [ofCase, name] = testCase.includes('#')
    ? [testCase.split('#')[0], testCase.split('#').slice(1).join('#')]
    : [undefined, testCase];
  const machineName = chosenMachine(Object.keys(machines), ofCase === undefined ? machine : { name: ofCase }, where);
  const at = `/StateMachines${pointerStep(machineName)}`;
  const cases = member(machines[machineName], 'TestCases', where, at);
  const responses = member(content, 'MockedResponses', where, '');
  if (!Object.hasOwn(cases, name)) {
    throw new StepwrightError(
      'UNKNOWN_CASE',
      `${machineName} has no test case ${JSON.stringify(name)}${didYouMean(name, Object.keys(cases))}`,
      {
        where: `${where}, ${at}/TestCases`,
        allowed: Object.keys(cases).join(', ') || 'no test cases',
      },
    );
  }
  const states = cases[name];
  if (!isJsonObject(states)) {
    throw invalid(
      where,
      `${at}/TestCases${pointerStep(name)}`,
      'a test case is an object from the name of a state to the name of a response',
    );
  }
  return Object.fromEntries(
    Object.entries(states).map(([state, response]) => {
      if (typeof response !== 'string' || !Object.hasOwn(responses, response)) {
        const near = typeof response === 'string' ? didYouMean(response, Object.keys(responses)) : '';
        throw invalid(
          where,
          `${at}/TestCases${pointerStep(name)}${pointerStep(state)}`,
          `MockedResponses has no ${JSON.stringify(response)}${near}`,
        );
      }
      return [state, mockOf(responses[response], where, `/MockedResponses${pointerStep(response)}`)];
    }),
  );
}

function readConfig(file: string): { readonly where: string; readonly content: Json } {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (cause) {
    throw new StepwrightError('FILE_NOT_FOUND', `there is no mock configuration file '${file}'`, { cause });
  }
  try {
    return { where: file, content: JSON.parse(text) as Json };
  } catch (cause) {
    throw new StepwrightError('INVALID_MOCK_CONFIG', 'the mock configuration file is not JSON', {
      where: file,
      received: (cause as Error).message,
      cause,
    });
  }
}

/** The machine of the file: the one with a name of the machine that runs, or the only one. */
function chosenMachine(known: readonly string[], choice: MachineChoice, where: string): string {
  const names = 'name' in choice ? [choice.name] : choice.names;
  const found = known.find(name => names.includes(name));
  if (found !== undefined) return found;
  if (known.length === 1 && 'names' in choice) return known[0];
  const [near] = names.map(name => didYouMean(name, known)).filter(text => text !== '');
  throw new StepwrightError(
    'UNKNOWN_CASE',
    names.length === 0
      ? 'the mock configuration file has several state machines'
      : `the mock configuration file has no state machine ${names.map(name => JSON.stringify(name)).join(' or ')}${near ?? ''}`,
    {
      where: `${where}, /StateMachines`,
      allowed: known.join(', ') || 'no state machines',
      fix: 'names' in choice && known.length > 0 ? `Name the machine with the case: ${known[0]}#CASE.` : undefined,
    },
  );
}

/** The responses of one mocked response, attempt by attempt: keys are `"0"` or `"1-2"`. */
function mockOf(response: Json, where: string, at: string): JsonObject {
  if (!isJsonObject(response)) throw invalid(where, at, 'a mocked response is an object from attempts to responses');
  const attempts: JsonObject[] = [];
  for (const [key, value] of Object.entries(response)) {
    const [, first, last = first] = /^(\d+)(?:-(\d+))?$/.exec(key) ?? [];
    const from = Number(first);
    const to = Number(last);
    if (first === undefined || to < from || to > MOST_ATTEMPTS) {
      throw invalid(where, at + pointerStep(key), 'a key is an attempt such as "0", or a range such as "1-2"');
    }
    const mock = attempt(value, where, at + pointerStep(key));
    for (let i = from; i <= to; i++) attempts[i] = mock;
  }
  if (attempts.length === 0) throw invalid(where, at, 'a mocked response has at least one attempt');
  // Step Functions Local fails an attempt that the file leaves out with States.Runtime
  const sequence = Array.from(
    attempts,
    (mock, i) => mock ?? { fails: { error: 'States.Runtime', cause: `${at} has no response for attempt ${i}` } },
  );
  return { sequence };
}

/** No state has more attempts. */
const MOST_ATTEMPTS = 10_000;

function attempt(value: Json, where: string, at: string): JsonObject {
  const keys = isJsonObject(value) ? Object.keys(value) : [];
  const [key] = keys;
  if (keys.length !== 1 || (key !== 'Return' && key !== 'Throw')) {
    throw invalid(
      where,
      at,
      `an attempt has either Return or Throw${key === undefined ? '' : didYouMean(key, ['Return', 'Throw'])}`,
    );
  }
  const content = (value as JsonObject)[key];
  if (key === 'Return') return { returns: content };
  if (
    !isJsonObject(content) ||
    typeof content.Error !== 'string' ||
    (content.Cause !== undefined && typeof content.Cause !== 'string')
  ) {
    throw invalid(where, `${at}/Throw`, 'Throw has the string Error, and optionally the string Cause');
  }
  return {
    fails: content.Cause === undefined ? { error: content.Error } : { error: content.Error, cause: content.Cause },
  };
}

function member(value: Json, name: string, where: string, at: string): JsonObject {
  const found = isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  if (isJsonObject(found)) return found;
  const near = isJsonObject(value) ? didYouMean(name, Object.keys(value)) : '';
  throw invalid(where, at || '/', `${name} is missing, or is not an object${near}`);
}

function invalid(where: string, pointer: string, summary: string): StepwrightError {
  return new StepwrightError('INVALID_MOCK_CONFIG', summary, { where: `${where}, ${pointer}` });
}
