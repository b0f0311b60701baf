export { compileExpression } from './expression';
export type { ComputeExpression, ExpectedType } from './expression';
export { parseExpression } from './facts';
export type { ExpressionFacts, ParsedExpression } from './facts';
export { JsonataSyntaxError } from './jsonata-syntax-error';
export { expressionText, isExpression, UNSUPPORTED_REGEX } from './parse';
export type { JsonataScope } from './scope';
export { compileValue } from './template';
