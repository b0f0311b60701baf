export { compilePath, readPath } from './path';
export type { Path } from './path';
export { compileReferencePath } from './reference-path';
export type { ReferencePath } from './reference-path';
export { PathInapplicable, PathNotFound, PathSyntaxError } from './token';
