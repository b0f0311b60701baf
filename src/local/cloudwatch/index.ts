export { isRaised } from './alarms';
export { logPoints } from './log-points';
export { metricPoints } from './metric-points';
export type { MetricPoint } from './metric-points';
