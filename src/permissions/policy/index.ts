export { compilePolicy, evaluatePolicy, type Closeness, type CompiledPolicy } from './policy';
export type { ContextValue, Decision, Effect, PolicyRequest } from './request';
