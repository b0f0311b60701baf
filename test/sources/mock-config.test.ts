import { mocksOfCase } from '../../src/sources';

const config = {
  StateMachines: {
    Orders: { TestCases: { Happy: { 'Charge': 'Paid', 'Ship it': 'Paid' }, Busy: { Charge: 'BusyTwice' } } },
    Other: { TestCases: { Happy: { Work: 'Gap' } } },
  },
  MockedResponses: {
    Paid: { 0: { Return: { paid: true } } },
    BusyTwice: { 2: { Return: 1 }, '0-1': { Throw: { Error: 'Busy', Cause: 'try again' } } },
    Gap: { 1: { Return: 1 } },
  },
};
const one = { ...config, StateMachines: { Orders: config.StateMachines.Orders } };

test('a case has the mocks of its states', () => {
  expect(mocksOfCase(config, { name: 'Orders' }, 'Happy')).toEqual({
    'Charge': { sequence: [{ returns: { paid: true } }] },
    'Ship it': { sequence: [{ returns: { paid: true } }] },
  });
});

test('keys are attempts or ranges of them', () => {
  const busy = { fails: { error: 'Busy', cause: 'try again' } };
  expect(mocksOfCase(config, { names: ['Orders'] }, 'Busy')).toEqual({
    Charge: { sequence: [busy, busy, { returns: 1 }] },
  });
});

test('an attempt that is left out fails with States.Runtime', () => {
  expect(mocksOfCase(config, { name: 'Other' }, 'Happy')).toEqual({
    Work: {
      sequence: [
        { fails: { error: 'States.Runtime', cause: '/MockedResponses/Gap has no response for attempt 0' } },
        { returns: 1 },
      ],
    },
  });
});

test('the only machine of a file needs no name, whatever the machine is called that runs', () => {
  expect(Object.keys(mocksOfCase(one, { names: [] }, 'Busy'))).toEqual(['Charge']);
  expect(Object.keys(mocksOfCase(one, { names: ['shop-orders'] }, 'Busy'))).toEqual(['Charge']);
});

test('a case can name its machine', () => {
  expect(Object.keys(mocksOfCase(config, { names: [] }, 'Other#Happy'))).toEqual(['Work']);
});

test.each<[string, object, string, RegExp]>([
  ['a case that is not there', config, 'Hapy', /Orders has no test case "Hapy"; did you mean "Happy"\?/],
  [
    'a response that is not there',
    { ...config, MockedResponses: {} },
    'Happy',
    /MockedResponses has no "Paid"\n {2}at: mock configuration, \/StateMachines\/Orders\/TestCases\/Happy\/Charge/,
  ],
  [
    'a key that is no attempt',
    { ...config, MockedResponses: { Paid: { first: { Return: 1 } } } },
    'Happy',
    /a key is an attempt.*\n {2}at: .*\/MockedResponses\/Paid\/first/,
  ],
  [
    'an attempt with neither Return nor Throw',
    { ...config, MockedResponses: { Paid: { 0: { Returns: 1 } } } },
    'Happy',
    /either Return or Throw; did you mean "Return"\?/,
  ],
  [
    'a Throw without Error',
    { ...config, MockedResponses: { Paid: { 0: { Throw: {} } } } },
    'Happy',
    /Throw has the string Error/,
  ],
  ['a file without machines', { MockedResponses: {} }, 'Happy', /StateMachines is missing/],
])('rejects %s', (_, content, testCase, message) => {
  expect(() => mocksOfCase(content as never, { name: 'Orders' }, testCase)).toThrow(message);
});

test('rejects a case of several machines without a name', () => {
  expect(() => mocksOfCase(config, { names: [] }, 'Happy')).toThrow(
    /several state machines\n.*\n {2}allowed: Orders, Other\n {2}fix: Name the machine with the case: Orders#CASE/,
  );
});

test('rejects a file that is not there', () => {
  expect(() => mocksOfCase('gone.json', { names: [] }, 'Happy')).toThrow(/^FILE_NOT_FOUND/);
});
