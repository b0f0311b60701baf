export type { DeniedCall } from './denied-call';
export { enforced } from './enforced-tasks';
export { Enforcement } from './enforcement';
export type { PermissionsMode, RoleUse, RunPermissions } from './enforcement';
export { unusedPermissions, type UnusedPermission } from './unused-permissions';
export { noteStops } from './note-stops';
