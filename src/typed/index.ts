/**
 * The chain whose data has types, for TypeScript: `import * as t from 'stepwright/typed'`.
 */
export { awsSdk } from './aws-sdk';
export { activity, asl, call, lambdaFunction as lambda, sdk, workflow } from './calls';
export type {
  Call,
  CallsOf,
  FunctionCode,
  InputOf,
  LambdaFunction,
  NestedWorkflow,
  OutputOf,
  SdkActions,
  TypedActivity,
  Wire,
} from './calls';
export type { Arg, Expr, Operand, Ref, Scalar, Template, Value } from './expression';
export { Catchable, Closed, flow, Open, TypedFlow } from './flow';
export type { Branch, CatchableClosed, Start } from './flow';
export { itemsOf } from './options';
export type {
  CatchProps,
  CatchWithProps,
  DistributedMapProps,
  ItemsRead,
  MapProps,
  TaskProps,
  WrittenResults,
} from './options';
export { Decided, Rules } from './rules';
export type {
  Assignments,
  Context,
  ErrorOutput,
  ErrorScope,
  ItemScope,
  ResultScope,
  ExpressionScope,
  Variables,
} from './expression-scope';
export * from './vocabulary';
