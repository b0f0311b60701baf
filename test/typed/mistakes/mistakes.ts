/* Mistakes that the compiler has to refuse. `messages.txt` holds the first line of what it says of each; mistakes.test.ts compares. */
import type { DynamoDB } from '@aws-sdk/client-dynamodb';
import { Duration, Stack, aws_stepfunctions as sfn } from 'aws-cdk-lib';
import * as t from '../../../src/typed';
import { infrastructure, order, type ChargeCode, type Order, type ReserveCode } from '../order';

const { reserve, charge } = infrastructure();
const reserveFn = t.lambda<ReserveCode>(reserve);
const chargeFn = t.lambda<ChargeCode>(charge);
const dynamo = t.sdk<DynamoDB>('dynamodb');
const start = t.flow<Order>();
const charged = start.task('Charge', $ => chargeFn.invoke({ id: $.input.id, amount: 1 }));
const fragment = t.flow<{ id: string }, { orderId: string }>().pass('Both', $ => ({ id: $.input.id, order: $.vars.orderId }));
type Shape = { kind: 'circle'; radius: number } | { kind: 'square'; side: number };
const shapes = t.flow<Shape>();
const activity = t.activity<{ order: string }, { packed: boolean }>(sfn.Activity.fromActivityArn(new Stack(), 'Packing', 'arn:aws:states:us-east-1:123456789012:activity:packing'));
const nested = t.workflow<typeof order>(sfn.StateMachine.fromStateMachineArn(new Stack(), 'Nested', 'arn:aws:states:us-east-1:123456789012:stateMachine:nested'));

export const mistakes = {
  // @ts-expect-error a misspelled field of the input
  misspelledField: () => start.pass('P', $ => ({ id: $.input.idd })),
  // @ts-expect-error a misspelled field of a nested object
  misspelledNestedField: () => start.pass('P', $ => ({ name: t.orElse($.input.customer.nam, '') })),
  // @ts-expect-error a misspelled field of a result
  misspelledResultField: () => start.task('C', $ => chargeFn.invoke({ id: $.input.id, amount: 1 }), { assign: $ => ({ paid: $.result.payed }) }),
  // @ts-expect-error a misspelled member of the Context Object
  misspelledContext: () => start.pass('P', $ => ({ name: $.context.Execution.Nam })),
  // @ts-expect-error an argument of another type
  wrongArgument: () => start.task('C', $ => chargeFn.invoke({ id: $.input.id, amount: $.input.id })),
  // @ts-expect-error an argument that is missing
  missingArgument: () => start.task('C', $ => chargeFn.invoke({ id: $.input.id })),
  // @ts-expect-error an argument that the function does not take
  surplusArgument: () => start.task('C', $ => chargeFn.invoke({ id: $.input.id, amount: 1, currency: 'EUR' })),
  // @ts-expect-error a list of another type
  wrongList: () => start.task('R', $ => reserveFn.invoke({ id: $.input.id, skus: t.map($.input.lines, line => line.qty) })),
  // @ts-expect-error a variable that was never assigned
  unassignedVariable: () => start.pass('P', $ => ({ order: $.vars.orderId })),
  // @ts-expect-error a variable that one branch forgot
  forgottenVariable: () => start.choice('X', c => c.when($ => t.exists($.input.coupon), b => b.assign('A', () => ({ late: 1 }))).orContinue()).pass('P', $ => ({ late: $.vars.late })),
  // @ts-expect-error a variable that changes its type
  changedVariable: () => start.assign('A', () => ({ total: 1 })).assign('B', () => ({ total: 'one' })),
  // @ts-expect-error a variable that a task assigned, in its own handler
  variableInHandler: () => start.task('C', $ => chargeFn.invoke({ id: $.input.id, amount: 1 }), { assign: $ => ({ paid: $.result.paid }) }).catch(h => h.pass('N', $ => ({ paid: $.vars.paid })), { errors: ['X'] }),
  // @ts-expect-error a value that may be missing, in an output
  mayBeMissing: () => start.pass('P', $ => ({ coupon: $.input.coupon })),
  // @ts-expect-error a field below what may be missing, in an output
  mayBeMissingBelow: () => start.pass('P', $ => ({ name: $.input.customer.name })),
  // @ts-expect-error a value that may be missing, assigned
  assignedMissing: () => start.assign('A', $ => ({ coupon: $.input.coupon })),
  // @ts-expect-error an item that may be missing
  itemMayBeMissing: () => start.pass('P', $ => ({ sku: t.first($.input.lines).sku })),
  // @ts-expect-error a value that may be missing, in a text
  missingInText: () => start.pass('P', $ => ({ text: t.str`coupon ${$.input.coupon}` })),
  // @ts-expect-error a comparison of unlike types
  unlikeTypes: () => start.choice('X', c => c.when($ => t.eq($.input.id, 1), b => b.end()).orContinue()),
  // @ts-expect-error a literal outside of a union
  literalOutside: () => charged.choice('Paid?', c => c.when($ => t.eq($.input.status, 'PIAD'), b => b.end()).orContinue()),
  // @ts-expect-error a text that is less than a number
  unlikeOrder: () => start.choice('X', c => c.when($ => t.lt($.input.id, 3), b => b.end()).orContinue()),
  // @ts-expect-error a condition that is no condition
  noCondition: () => start.choice('X', c => c.when($ => $.input.id, b => b.end()).orContinue()),
  // @ts-expect-error a Choice without an end
  openChoice: () => start.choice('X', c => c.when($ => t.eq($.input.id, ''), b => b.end())).pass('P', $ => ({ id: $.input.id })),
  // @ts-expect-error whenExists of a field that is always there
  alwaysThere: () => start.choice('X', c => c.whenExists('id', b => b.end()).orContinue()),
  // @ts-expect-error the input in a handler, which receives the error output
  inputInHandler: () => charged.catch(h => h.pass('N', $ => ({ id: $.input.id })), { errors: ['X'] }),
  // @ts-expect-error a misspelled member of the error output
  misspelledErrorOutput: () => charged.catch(h => h.pass('N', $ => ({ why: $.input.cause })), { errors: ['X'] }),
  // @ts-expect-error what a rejoining handler lost
  lostByHandler: () => charged.catch(h => h.pass('N', $ => ({ why: $.input.Cause })), { errors: ['X'] }).pass('P', $ => ({ status: $.input.status })),
  // @ts-expect-error a branch that does not exist in a Parallel's result
  misspelledBranch: () => start.parallel('Both', { a: b => b.pass('A', () => 1), b: b => b.pass('B', () => 2) }).pass('P', $ => ({ c: $.input.c })),
  // @ts-expect-error a misspelled field of a Map's item
  misspelledItem: () => start.map('M', { items: $ => $.input.lines, processor: item => item.pass('P', $ => ({ sku: $.input.sk })) }),
  // @ts-expect-error a variable that was assigned inside of a Map
  variableOfMap: () => start.map('M', { items: $ => $.input.lines, processor: item => item.assign('A', () => ({ inside: 1 })) }).pass('P', $ => ({ inside: $.vars.inside })),
  // @ts-expect-error items that are no list
  itemsNoList: () => start.map('M', { items: $ => $.input.id, processor: item => item.pass('P', () => 1) }),
  // @ts-expect-error an outer variable inside of a Distributed Map
  distributedVariable: () => start.assign('A', () => ({ outer: 1 })).distributedMap('M', { items: $ => $.input.lines, processor: item => item.pass('P', $ => ({ outer: $.vars.outer })) }),
  // @ts-expect-error the input inside of a loop, which is not known
  inputInLoop: () => start.loop('Again?', b => b.pass('P', $ => ({ id: $.input.id })), $ => t.eq($.input.id, 'x')),
  // @ts-expect-error a condition of a loop over another type
  loopCondition: () => start.loop('Again?', b => b.pass('P', () => ({ state: 'A' })), $ => t.gt($.input.state, 3)),
  // @ts-expect-error a step after a Fail
  afterFail: () => start.fail('F').pass('P', () => 1),
  // @ts-expect-error a step after a Succeed
  afterSucceed: () => start.succeed('S').task('C', () => chargeFn.invoke({ id: '', amount: 1 })),
  // @ts-expect-error a step after a Choice of which all branches are closed
  afterClosedChoice: () => start.choice('X', c => c.when($ => t.eq($.input.id, ''), b => b.fail('F')).otherwise(b => b.succeed('S'))).pass('P', () => 1),
  // @ts-expect-error another output than the declared one
  declaredOutput: () => start.pass('P', $ => ({ id: $.input.id })).returns<{ id: number }>(),
  // @ts-expect-error a flow that needs another input
  unfitInput: () => t.flow<{ a: number }>().next(t.flow<{ b: string }>().pass('P', $ => $.input.b)),
  // @ts-expect-error a fragment whose variable is not assigned
  fragmentWithoutVariable: () => start.next(fragment),
  // @ts-expect-error a fragment whose variable has another type
  fragmentVariableType: () => start.assign('A', () => ({ orderId: 1 })).next(fragment),
  // @ts-expect-error a misspelled action of an AWS service
  misspelledAction: () => start.task('G', () => dynamo.getItm({ TableName: 'x', Key: {} })),
  // @ts-expect-error a parameter in the case of the SDK
  parameterCase: () => start.task('G', $ => dynamo.getItem({ TableName: 'x', key: { id: { S: $.input.id } } })),
  // @ts-expect-error a parameter that is missing
  missingParameter: () => start.task('G', () => dynamo.getItem({ TableName: 'x' })),
  // @ts-expect-error a member of an AWS result that is not there
  misspelledSdkResult: () => start.task('G', () => dynamo.getItem({ TableName: 'x', Key: {} }), { output: $ => ({ item: t.orElse($.result.Itm, {}) }) }),
  // @ts-expect-error an input that the nested workflow does not take
  nestedInput: () => start.task('N', $ => nested.sync({ id: $.input.id })),
  // @ts-expect-error a field that the nested workflow does not give
  nestedOutput: () => start.task('N', $ => nested.sync($.input)).pass('P', $ => ({ label: $.input.label })),
  // @ts-expect-error what an activity does not take
  activityInput: () => start.task('A', $ => activity.run({ ordr: $.input.id })),
  // @ts-expect-error a case of a match that does not exist
  matchCase: () => shapes.match('Kind', 'kind', { circle: b => b.pass('C', $ => $.input.radius), square: b => b.pass('S', $ => $.input.side), line: b => b.pass('L', () => 0) }),
  // @ts-expect-error a case of a match that was forgotten
  forgottenCase: () => shapes.match('Kind', 'kind', { circle: b => b.pass('C', $ => $.input.radius) }),
  // @ts-expect-error a field of another member of the union
  otherMember: () => shapes.match('Kind', 'kind', { circle: b => b.pass('C', $ => $.input.side), square: b => b.pass('S', $ => $.input.side) }),
  // @ts-expect-error a field that only one member of a union has
  unionField: () => shapes.pass('P', $ => ({ radius: $.input.radius })),
  // @ts-expect-error JavaScript's own methods
  ownMethods: () => start.pass('P', $ => ({ skus: $.input.lines.map(line => line) })),
  // @ts-expect-error JavaScript's own operators
  ownOperators: () => start.pass('P', $ => ({ total: $.input.lines + 1 })),
  // @ts-expect-error JavaScript's own comparison
  ownComparison: () => start.pass('P', $ => ({ same: $.input.id === 'x' })),
  // @ts-expect-error a sum of texts
  sumOfTexts: () => start.pass('P', $ => ({ total: t.sum(t.map($.input.lines, line => line.sku)) })),
  // @ts-expect-error a duration of text
  textAsSeconds: () => start.wait('W', $ => $.input.id),
  // @ts-expect-error a hash that does not exist
  unknownHash: () => start.pass('P', $ => ({ hash: t.hash($.input.id, 'SHA-3') })),
  // @ts-expect-error unequal to what may be missing, which JSONata denies
  missingUnequal: () => start.choice('X', c => c.when($ => t.ne($.input.coupon, 'X'), b => b.end()).orContinue()),
  // @ts-expect-error a misspelled field of a merged object
  mergedField: () => start.pass('P', $ => ({ total: t.merge($.input, { total: 1 }).totl })),
  // @ts-expect-error a callback that returns nothing
  returnsNothing: () => start.pass('P', $ => { $.input.id; }),
  // @ts-expect-error a callback that returns a promise
  returnsPromise: () => start.pass('P', async $ => ({ id: $.input.id })),
  // @ts-expect-error a function as data
  functionAsData: () => start.pass('P', $ => ({ id: () => $.input.id })),
  // @ts-expect-error a step after a Parallel of which a branch always fails
  afterFailingBranch: () => start.parallel('Both', { a: b => b.fail('F'), b: b => b.pass('B', () => 2) }).pass('P', () => 1),
  // @ts-expect-error what the handler of such a Parallel does not give
  handlerOfFailingBranch: () => start.parallel('Both', { a: b => b.fail('F') }).catch(h => h.pass('N', $ => ({ why: $.input.Cause })), { errors: ['X'] }).pass('P', $ => ({ wy: $.input.wy })),
  // @ts-expect-error a variable that catchEach's handler may not find
  variableOfCatchEach: () => start.assign('A', () => ({ first: 1 })).task('C', $ => chargeFn.invoke({ id: $.input.id, amount: 1 })).catchEach(h => h.pass('N', $ => ({ first: $.vars.first })), { errors: ['X'] }),
  // @ts-expect-error a date, which is no JSON
  noJson: () => start.pass('P', () => ({ at: new Date(0) })),
  // @ts-expect-error a duration of the CDK as data
  durationAsData: () => start.pass('P', () => ({ time: Duration.hours(1) })),
};
