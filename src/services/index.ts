export * from './arguments';
export * from './call-model';
export * from './check-value';
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
