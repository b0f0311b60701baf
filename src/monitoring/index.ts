export { AccountAlarms, type AccountAlarmsProps } from './account-alarms';
export {
  DefaultAlarm,
  type AlarmPeriods,
  type CountAlarm,
  type DurationAlarm,
  type ExecutionAlarm,
  type ExpressAlarmsOptions,
  type StandardAlarmsOptions,
  type TooFewAlarm,
  type WorkflowAlarmsOptions,
  type WorkflowAlarmsProps,
} from './alarm-props';
export {
  logAlarm,
  LoggedEvent,
  logSubscription,
  type LogAlarmOptions,
  type LogRecordFilter,
  type LogSubscriptionOptions,
} from './log-events';
export { SavedQuery, savedQueries } from './saved-queries';
export type { IWatchedWorkflow } from './watched-workflow';
export { WorkflowAlarms } from './workflow-alarms';
export { WorkflowDashboard, type WorkflowDashboardOptions, type WorkflowDashboardProps } from './workflow-dashboard';
