export type { CatchProps } from './catch-props';
export { Choice, type ChoiceProps, type RuleProps } from './choice';
export type { BoundDefinition, IDefinition } from './bound-definition';
export { Definition, type DefinitionProps } from './definition/definition';
export { DistributedMap, type DistributedMapProps, type ItemBatcher } from './distributed-map';
export { Fail, type FailProps } from './fail';
export { Flow } from './flow';
export { InlineMap, type InlineMapProps } from './inline-map';
export {
  ItemReader,
  type CsvReaderProps,
  type ItemReaderProps,
  type JsonReaderProps,
  type ObjectsReaderProps,
} from './item-reader';
export type {
  DistributedMapJsonPathFields,
  FailJsonPathFields,
  JsonPathInputOutputFields,
  JsonPathResultFields,
  MapJsonPathFields,
  ParallelJsonPathFields,
  PassJsonPathFields,
  TaskJsonPathFields,
  WaitJsonPathFields,
} from './json-path-fields';
export type { MapProps } from './map-fields';
export { Parallel, type ParallelProps } from './parallel';
export { Pass, type PassProps } from './pass';
export { ResultWriter, type ResultWriterProps } from './result-writer';
export { State } from './state';
export type { StateProps } from './state-props';
export { Succeed, type SucceedProps } from './succeed';
export { Task, type TaskProps } from './task';
export { Wait, type WaitProps } from './wait';
