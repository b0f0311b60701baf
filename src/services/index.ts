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
