import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { PluginKind, declareClassPlugin } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  TestStatus,
  determineHitLimitReached,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { collect } from './collect.mjs';
import { Modules } from './modules.mjs';
import { LEFT_OUT, testFiles } from './tests.mjs';

/**
 * A test runner for Stryker that loads the project afresh for each mutant, in one process and in milliseconds. So nothing that a module keeps (a
 * cache, a table made late) passes from one mutant to the next, and what runs while modules load is mutated like everything else.
 */
class FreshModulesRunner {
  #context = (globalThis.__stryker__ ??= {});

  capabilities() {
    return { reloadEnvironment: true };
  }

  /** Translates and compiles everything, so that no mutant's time limit has to cover it. */
  init() {
    for (const file of testFiles()) testsOf(file, new Modules());
  }

  /** Each test alone with fresh modules: what it reaches itself, loading included, is its coverage. */
  async dryRun() {
    const start = performance.now();
    const tests = [];
    for (const file of testFiles()) {
      for (const { id } of testsOf(file, new Modules())) {
        this.#context.currentTestId = id;
        tests.push(await outcome(testsOf(file, new Modules({ counting: true })).find(test => test.id === id)));
        this.#context.currentTestId = undefined;
      }
    }
    // loading is no part of a test's time, which Stryker makes time limits of
    const loading = performance.now() - start - tests.reduce((sum, { timeSpentMs }) => sum + timeSpentMs, 0);
    tests.push({ id: 'loading', name: 'loading', status: TestStatus.Success, timeSpentMs: loading });
    return {
      status: DryRunStatus.Complete,
      tests,
      mutantCoverage: { static: {}, perTest: this.#context.mutantCoverage?.perTest ?? {} },
    };
  }

  /** The tests that reach a mutant, up to the first that fails. */
  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    Object.assign(this.#context, {
      activeMutant: activeMutant.id,
      hitLimit,
      hitCount: hitLimit === undefined ? undefined : 0,
    });
    const tests = await firstFailure(testFilter);
    const { hitCount } = this.#context;
    Object.assign(this.#context, { activeMutant: undefined, hitLimit: undefined, hitCount: undefined });
    return toMutantRunResult(determineHitLimitReached(hitCount, hitLimit) ?? { status: DryRunStatus.Complete, tests });
  }
}

async function firstFailure(ids) {
  const [wanted, files] = [new Set(ids), new Set(ids?.map(id => id.split(' > ')[0]))];
  const modules = new Modules();
  const results = [];
  for (const file of testFiles().filter(one => ids === undefined || files.has(one))) {
    let tests;
    try {
      tests = testsOf(file, modules);
    } catch (error) {
      return [...results, failed(ids?.find(id => id.startsWith(`${file} > `)) ?? file, error, 0)];
    }
    for (const test of tests.filter(({ id }) => ids === undefined || wanted.has(id))) {
      const result = await outcome(test);
      results.push(result);
      if (result.status === TestStatus.Failed) return results;
    }
  }
  return results;
}

function testsOf(file, modules) {
  return collect(file, () => modules.load(join(process.cwd(), file))).filter(({ title }) => !LEFT_OUT.has(title));
}

async function outcome({ id, body }) {
  const start = performance.now();
  try {
    await body();
    return { ...named(id), status: TestStatus.Success, timeSpentMs: performance.now() - start };
  } catch (error) {
    return failed(id, error, performance.now() - start);
  }
}

function failed(id, error, timeSpentMs) {
  return {
    ...named(id),
    status: TestStatus.Failed,
    failureMessage: String(error?.message ?? error).slice(0, 500) || 'no message',
    timeSpentMs,
  };
}

/** The file lets Stryker see in a later run that a test has changed. */
function named(id) {
  return { id, name: id, fileName: join(process.cwd(), id.split(' > ')[0]) };
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'fresh-modules', FreshModulesRunner)];
