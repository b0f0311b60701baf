import { serve } from './measure';
import { taskOf } from './task';
import type { Json } from '../../src/asl';
import { compile, run, type TaskAnswer } from '../../src/interpreter';

// limits that an execution on AWS would hit are off: workloads are larger on purpose
serve(workload => {
  const program = compile(workload.definition);
  return () => {
    const task = taskOf(workload);
    const { output, error, cause } = run(program, {
      input: workload.input,
      withoutLimits: ['historyEvents', 'executionDuration', 'mapConcurrency'],
      onTask: task && (({ input }) => answerOf(task, input)),
    });
    return output ?? { error, cause };
  };
});

/** An error that the Task throws is its answer, as if a function had thrown it. */
function answerOf(task: (input: Json) => Json, input: Json): TaskAnswer {
  try {
    return { output: task(input) };
  } catch (error) {
    return { error: (error as Error).name, cause: (error as Error).message };
  }
}
