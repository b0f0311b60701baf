export { AccountAlarms, type AccountAlarmsProps } from './account-alarms';
export {
  DefaultAlarm,
  type AlarmPeriods,
  type CountAlarm,
  type DurationAlarm,
  type ExecutionAlarm,
  type ExpressAlarmsProps,
  type StandardAlarmsProps,
  type TooFewAlarm,
  type WorkflowAlarmsProps,
} from './alarm-props';
export {
  logAlarm,
  LoggedEvent,
  logSubscription,
  type LogAlarmProps,
  type LogRecordFilter,
  type LogSubscriptionProps,
} from './log-events';
export { SavedQuery, saveQueries } from './saved-queries';
export type { IWatchedWorkflow } from './watched-workflow';
export { WorkflowAlarms } from './workflow-alarms';
export { WorkflowDashboard, type WorkflowDashboardOptions, type WorkflowDashboardProps } from './workflow-dashboard';
