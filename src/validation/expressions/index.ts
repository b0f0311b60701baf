export { expressionsOf, templateLeavesOf } from './inventory';
export type { Data, Expression, JsonataExpression, PathExpression, Template, TemplateLeaf } from './inventory';
export { leavesOf } from './leaves';
export type { Leaf } from './leaves';
export type { Read, Root } from './read';
