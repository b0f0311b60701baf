import { pairsOf, unneededOf, withPairs } from './pairs';
import { runLocally, type LocalRunOptions, type CompiledWorkflow } from '../../src/local';

/** The tests of a derived role: it is enough for the run, and nothing in it is too much. */
export function roleTests(workflow: CompiledWorkflow, options: LocalRunOptions): void {
  test('allows the run', () => {
    const result = runLocally(withPairs(workflow, pairsOf(workflow.machine!.role!)), {}, options);
    expect(result.permissions.denied.map(one => one.text)).toEqual([]);
    expect(result.permissions.unknown).toEqual([]);
    expect(result.status).toBe('SUCCEEDED');
  });

  test('allows nothing without which the run would not be denied', () => {
    expect(unneededOf(workflow, options)).toEqual([]);
  });
}
