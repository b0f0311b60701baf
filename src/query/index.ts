export { checkExpression, checkIntrinsic, checkPath, checkPathOrIntrinsic, checkReferencePath } from './check';
export type { SyntaxProblem } from './check';
export { QueryFailure } from './environment';
export type { Environment } from './environment';
