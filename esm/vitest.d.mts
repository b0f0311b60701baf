import 'vitest';
import type { RunMatchers } from '../lib/testing/vitest';

declare module 'vitest' {
  interface Assertion<T = any> extends RunMatchers<void> {}
}

export type { RunMatchers };
