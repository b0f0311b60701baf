export * from './arrays';
export * from './logic';
export * from './numbers';
export * from './objects';
export * from './services';
export * from './strings';
