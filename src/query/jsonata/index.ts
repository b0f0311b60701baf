export { compileExpression } from './expression';
export type { ComputeExpression, ExpectedType } from './expression';
export { JsonataSyntaxError } from './jsonata-syntax-error';
export { isExpression } from './parse';
export type { JsonataScope } from './scope';
export { compileValue } from './template';
