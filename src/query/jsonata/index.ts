export { compileExpression, isExpression } from './expression';
export type { ComputeExpression, ExpectedType, JsonataScope } from './expression';
export { compileValue } from './template';
export { JsonataSyntaxError } from './jsonata-syntax-error';
