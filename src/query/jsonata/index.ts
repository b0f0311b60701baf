export { compileExpression } from './expression';
export type { ComputeExpression, ExpectedType } from './expression';
export { isFunction, parseExpression } from './facts';
export type { ExpressionFacts, ParsedExpression } from './facts';
export { JsonataSyntaxError } from './jsonata-syntax-error';
export { expressionText, isExpression, parseText, UNSUPPORTED_REGEX } from './parse';
export type { JsonataScope } from './jsonata-scope';
export { compileValue } from './template';
