export {
  callRequirements,
  mapRequirements,
  type CallerOptions,
  type CallRequirement,
  type ConcreteCall,
} from './call-requirements';
export { derivePermissions, type DerivedPermissions } from './derive';
export type { OpaqueTexts } from './need';
export type { DeriveOptions, KnownOfState } from './options';
export * from './policy';
export { requirementReader, type RequirementReader } from './requirement-reader';
export type { Conditions, DerivedStatement, PermissionWarning, WarningCode } from './statement';
