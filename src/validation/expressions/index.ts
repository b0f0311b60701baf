export { expressionsOf } from './inventory';
export type { Expression, JsonataExpression, PathExpression, Data } from './inventory';
export type { Read, Root } from './read';
