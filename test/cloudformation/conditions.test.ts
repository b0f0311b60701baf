import { failureOf, templateOf, valueOf } from './template-of';
import { readTemplate } from '../../src/cloudformation';

const conditions = {
  Parameters: { Stage: { Type: 'String', Default: 'dev' }, Count: { Type: 'Number', Default: 1 } },
  Conditions: {
    IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] },
    IsEast: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'us-east-1'] },
    One: { 'Fn::Equals': [{ Ref: 'Count' }, 1] },
    ProdEast: { 'Fn::And': [{ Condition: 'IsProd' }, { Condition: 'IsEast' }] },
    Either: { 'Fn::Or': [{ Condition: 'IsProd' }, { Condition: 'IsEast' }] },
    NotProd: { 'Fn::Not': [{ Condition: 'IsProd' }] },
  },
};

test.each([
  ['IsProd', false],
  ['IsEast', true],
  ['One', true],
  ['ProdEast', false],
  ['Either', true],
  ['NotProd', true],
])('the condition %s is %s', (name, expected) => {
  expect(valueOf({ 'Fn::If': [name, true, false] }, {}, conditions)).toBe(expected);
});

test('parameters decide', () => {
  expect(valueOf({ 'Fn::If': ['ProdEast', 'a', 'b'] }, {}, conditions, { parameters: { Stage: 'prod' } })).toBe('a');
});

test('Fn::If resolves only the branch that it takes', () => {
  expect(
    valueOf({ 'Fn::If': ['IsProd', { 'Fn::GetAtt': ['Missing', 'Arn'] }, { Ref: 'Stage' }] }, {}, conditions),
  ).toBe('dev');
  expect(valueOf([1, { 'Fn::If': ['IsProd', 2, { Ref: 'AWS::NoValue' }] }], {}, conditions)).toEqual([1]);
});

test('resources with a false condition are left out', () => {
  const template = templateOf(
    {},
    {
      Fn: { Type: 'AWS::Lambda::Function', Condition: 'IsProd' },
      Queue: { Type: 'AWS::SQS::Queue', Condition: 'IsEast' },
    },
    conditions,
  );
  expect(readTemplate(template).resources.map(resource => resource.logicalId)).toEqual(['Machine', 'Queue']);
  expect(
    readTemplate(template, { parameters: { Stage: 'prod' } }).resources.map(resource => resource.logicalId),
  ).toEqual(['Machine', 'Fn', 'Queue']);
});

test('fails on a reference to a resource with a false condition', () => {
  expect(
    failureOf(() => valueOf({ Ref: 'Fn' }, { Fn: { Type: 'AWS::Lambda::Function', Condition: 'IsProd' } }, conditions)),
  ).toMatch(/the resource "Fn" isn't created, because its condition "IsProd" is false/);
});

test('fails on unknown conditions, on circles and on what is no condition', () => {
  expect(failureOf(() => valueOf({ 'Fn::If': ['IsProof', 1, 2] }, {}, conditions))).toMatch(
    /no condition "IsProof"; did you mean "IsProd"\?/,
  );
  const circle = { Conditions: { A: { 'Fn::Not': [{ Condition: 'B' }] }, B: { 'Fn::Not': [{ Condition: 'A' }] } } };
  expect(failureOf(() => valueOf({ 'Fn::If': ['A', 1, 2] }, {}, circle))).toMatch(
    /TEMPLATE_CYCLE.*Stack\/Conditions\/A → Stack\/Conditions\/B → Stack\/Conditions\/A/s,
  );
  expect(failureOf(() => valueOf({ 'Fn::If': ['A', 1, 2] }, {}, { Conditions: { A: { 'Fn::Maybe': [] } } }))).toMatch(
    /this is not a condition.*Conditions\/A/s,
  );
});

test('a condition that cannot be told leaves the resource in, and fails whoever asks', () => {
  const sections = { Conditions: { Open: { 'Fn::Equals': [{ 'Fn::ImportValue': 'Elsewhere' }, 'x'] } } };
  const app = readTemplate(templateOf({}, { Fn: { Type: 'AWS::Lambda::Function', Condition: 'Open' } }, sections));
  expect(app.resources.map(resource => resource.logicalId)).toEqual(['Machine', 'Fn']);
  expect(
    failureOf(() => valueOf({ Ref: 'Fn' }, { Fn: { Type: 'AWS::Lambda::Function', Condition: 'Open' } }, sections)),
  ).toMatch(/imports: \{ 'Elsewhere': '…' \}/);
});
