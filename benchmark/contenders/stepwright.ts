import { serve } from './measure';
import { taskOf } from './task';
import { compile, run } from '../../src/interpreter';

// limits that an execution on AWS would hit are off: workloads are larger on purpose
serve(workload => {
  const program = compile(workload.definition);
  return () => {
    const task = taskOf(workload);
    const { output, error, cause } = run(program, {
      input: workload.input,
      withoutLimits: ['historyEvents', 'executionDuration', 'mapConcurrency'],
      onTask: task && (({ input }) => ({ output: task(input) })),
    });
    return output ?? { error, cause };
  };
});
