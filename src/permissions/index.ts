export { derivePermissions, type DerivedPermissions } from './derive';
export type { OpaqueTexts } from './need';
export type { DeriveOptions, KnownOfState } from './options';
export type { Conditions, DerivedStatement, PermissionWarning, WarningCode } from './statement';
