/** The matchers for local runs and the text of histories, for tests that import `expect` from `@jest/globals`. */
import './jest';
import type {} from '@jest/expect';
import type { RunMatchers } from './run-matchers';

declare module '@jest/expect' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface Matchers<R extends void | Promise<void>> extends RunMatchers<R> {}
}

export type { RunMatchers };
