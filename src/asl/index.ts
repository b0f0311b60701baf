export * from './definition';
export * from './error-names';
export * from './json';
