// aws-local-stepfunctions as a contender: it runs in its own process on Node 22. Waits and back-offs are set to nothing, since it waits in real time.
import { isDeepStrictEqual } from 'node:util';
import { StateMachine } from 'aws-local-stepfunctions';

const machines = new Map();

process.on('message', ({ workload, forMs }) => {
  answer(workload, forMs).then(
    result => process.send(result),
    error => process.send({ perSecond: null, correct: false, error: String(error) }),
  );
});

async function answer(workload, forMs) {
  if (!machines.has(workload.name)) machines.set(workload.name, new StateMachine(workload.definition));
  const machine = machines.get(workload.name);
  const { mock, input, transitions, expect } = workload;
  const waits = Object.entries(workload.definition.States)
    .filter(([, state]) => state.Type === 'Wait')
    .map(([name]) => [name, 0]);
  const run = () => {
    const overrides = { waitTimeOverrides: Object.fromEntries(waits) };
    if (mock) {
      overrides.taskResourceLocalHandlers = { [mock.state]: taskOf(mock) };
      overrides.retryIntervalOverrides = { [mock.state]: 0 };
    }
    return machine.run(input, { overrides }).result;
  };
  const correct = isDeepStrictEqual(await run(), expect);
  let runs = 0;
  const start = performance.now();
  let spent = 0;
  do {
    await run();
    runs++;
    spent = performance.now() - start;
  } while (spent < forMs);
  return { perSecond: (runs * transitions * 1000) / spent, correct };
}

function taskOf(mock) {
  if (mock.js !== undefined) return new Function(`return ${mock.js}`)();
  let failed = 0;
  return () => {
    if (failed++ >= (mock.fails ?? 0)) return mock.result;
    const error = new Error('not yet');
    error.name = mock.errorName;
    throw error;
  };
}
