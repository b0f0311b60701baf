export * from './definition';
export * from './error-names';
export * from './json';
export * from './fields';
export * from './optimized-services';
export * from './walk';
