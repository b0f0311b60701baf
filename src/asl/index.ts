export * from './definition';
export * from './error-names';
export * from './error-prefixes';
export * from './json';
export * from './fields';
export * from './optimized-services';
export * from './walk';
