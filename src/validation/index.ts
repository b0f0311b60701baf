export { apiAnswer } from './api-answer';
export type { ApiAnswer, ApiDiagnostic, ApiOptions, CheckingApi } from './api-answer';
export type { Diagnostic, Severity } from './diagnostic';
export { ALL_RULES, findRule } from './catalog';
export type { RuleInfo } from './catalog';
export { validate } from './validate';
export type { ValidateOptions } from './validate';
export { positionsIn } from './source/json-scan';
export type { Position } from './source/json-scan';
