/**
 * The chain whose data has types, for TypeScript: `import * as t from 'stepwright/typed'`.
 */
export { activity, asl, call, lambdaFunction as lambda, sdk, workflow } from './calls';
export type { Call, CallsOf, Handler, InputOf, LambdaFunction, NestedWorkflow, OutputOf, SdkActions, TypedActivity, Wire } from './calls';
export type { Arg, Expr, Operand, Ref, Scalar, Template, Value } from './expression';
export { Catchable, CatchableClosed, Closed, flow, itemsOf, Open, TypedFlow } from './flow';
export type { Branch, CatchOptions, DistributedMapOptions, ItemsRead, MapOptions, Start, TaskOptions, WrittenResults } from './flow';
export { Decided, Rules } from './rules';
export type { Assignments, Context, ErrorOutput, ErrorScope, ItemScope, ResultScope, Scope, Variables } from './scope';
export * from './vocabulary';
