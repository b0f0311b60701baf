// vitest can only be imported by an ES module
import { expect } from 'vitest';
import vitest from '../lib/testing/vitest.js';

expect.extend(vitest.matchers);
expect.addSnapshotSerializer(vitest.snapshotSerializer);
