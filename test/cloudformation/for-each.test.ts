import type { Json } from '../../src/asl';
import { readTemplate } from '../../src/cloudformation';

const pass = (result: Json): Json => ({
  StartAt: 'Show',
  States: { Show: { Type: 'Pass', Result: result, End: true } },
});

const machine = (result: Json): Json => ({
  Type: 'AWS::StepFunctions::StateMachine',
  Properties: { RoleArn: 'arn:aws:iam::111122223333:role/flow', Definition: pass(result) },
});

const looped = (resources: Json, rest: object = {}): Json => ({
  Transform: ['AWS::LanguageExtensions'],
  ...rest,
  Resources: resources,
});

function results(template: Json): Record<string, Json> {
  return Object.fromEntries(
    readTemplate(template).machines.map(one => [
      one.logicalId,
      (one.definition as { States: { Show: { Result: Json } } }).States.Show.Result,
    ]),
  );
}

test('a loop makes one resource for each item', () => {
  expect(
    results(
      looped({
        'Fn::ForEach::Flows': [
          'Color',
          ['Red', 'Green'],
          { 'Flow${Color}': machine({ sub: { 'Fn::Sub': 'it is ${Color}' }, ref: { Ref: 'Color' } }) },
        ],
      }),
    ),
  ).toEqual({
    FlowRed: { sub: 'it is Red', ref: 'Red' },
    FlowGreen: { sub: 'it is Green', ref: 'Green' },
  });
});

test('the collection of a loop can be a parameter', () => {
  const template = looped(
    { 'Fn::ForEach::Flows': ['Zone', { Ref: 'Zones' }, { 'Flow&{Zone}': machine('${Zone}') }] },
    { Parameters: { Zones: { Type: 'CommaDelimitedList', Default: 'eu-1,us-2' } } },
  );
  expect(results(template)).toEqual({ Floweu1: 'eu-1', Flowus2: 'us-2' });
});

test('loops in loops and loops in properties are expanded', () => {
  const inner = {
    'Fn::ForEach::Inner': [
      'B',
      ['1', '2'],
      { 'Flow${A}${B}': machine({ 'Fn::ForEach::Keys': ['K', ['x', 'y'], { '${K}': '${A}${B}' }] }) },
    ],
  };
  expect(results(looped({ 'Fn::ForEach::Outer': ['A', ['p', 'q'], inner] }))).toEqual({
    Flowp1: { x: 'p1', y: 'p1' },
    Flowp2: { x: 'p2', y: 'p2' },
    Flowq1: { x: 'q1', y: 'q1' },
    Flowq2: { x: 'q2', y: 'q2' },
  });
});

test('rejects loops that multiply', () => {
  const items = Array.from({ length: 100 }, (_, i) => String(i));
  let body: Json = { 'Flow${L0}${L1}${L2}': machine(1) };
  for (const level of [0, 1, 2]) body = { [`Fn::ForEach::Level${level}`]: [`L${level}`, items, body] };
  expect(() => results(looped(body))).toThrow(/the loops make too many copies/);
});

test('rejects a loop without a list', () => {
  expect(() => results(looped({ 'Fn::ForEach::Flows': ['A', 'red', {}] }))).toThrow(
    /the collection of Fn::ForEach is not a list\n {2}at: stack 'Stack', Resources\/Fn::ForEach::Flows\/1/,
  );
});
