export * from './advice';
export * from './app';
export * from './find-machine';
export * from './read-cloud-assembly';
export * from './read-options';
export * from './read-template';
export { transformsOf } from './for-each';
export type { Transform } from './stack-template';
