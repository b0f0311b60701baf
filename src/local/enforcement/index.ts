export type { DeniedCall } from './denied-call';
export { enforced } from './enforced-tasks';
export { Enforcement } from './enforcement';
export type { PermissionsMode, RunPermissions } from './enforcement';
export { noteStops } from './note-stops';
