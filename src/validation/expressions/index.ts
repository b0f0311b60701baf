export { expressionsOf, templatesOf } from './inventory';
export type { Data, Expression, JsonataExpression, PathExpression, Template } from './inventory';
export { leavesOf } from './leaves';
export type { Leaf } from './leaves';
export type { Read, Root } from './read';
