export {
  flowOf as graphOf,
  isTerminal,
  reachedFrom,
  type FlowEdge as Edge,
  type ScopeFlow as ScopeGraph,
} from '../../asl';
