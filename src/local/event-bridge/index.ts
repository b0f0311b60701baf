export { matchesPattern } from './event-pattern';
export { allNotifications, notificationsOf } from './rules';
export type { Notification } from './rules';
export { statusEvents } from './status-events';
export type { BusEvent } from './status-events';
