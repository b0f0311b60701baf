/** What `stepwright/testing/vitest` adds to vitest; an ES module beside the package's code does it, since vitest cannot be required. */
export { matchers } from './matchers';
export type { RunMatchers } from './run-matchers';
export { snapshotSerializer } from './snapshot-serializer';
