export * from './arguments';
export * from './call-model';
export * from './check-value';
export * from './default-result';
export * from './error-names';
export * from './failed-result';
export * from './results';
export type { Mismatch, MismatchKind } from './mismatch';
export * from './names';
export * from './sdk-api';
export * from './service-model';
export type {
  ListShape,
  MapShape,
  Member,
  Operation,
  Scalar,
  ScalarKind,
  ServiceModel,
  Shape,
  Structure,
} from './shape';
