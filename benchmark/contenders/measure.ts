import { isDeepStrictEqual } from 'node:util';
import type { Workload } from '../workload';

/** Runs one execution and gives its output. */
export type Runner = () => unknown;

/** What a contender makes of a workload; undefined if it has no way to run it. */
export type Contender = (workload: Workload) => Runner | undefined;

/** What the parent asks for, and what it gets. */
export interface Question {
  readonly workload: Workload;
  readonly forMs: number;
}
export interface Answer {
  readonly perSecond: number | null;
  readonly correct: boolean;
  readonly error?: string;
}

/** Answers the questions of the parent process. Runners are made once and stay warm. */
export function serve(contender: Contender): void {
  const runners = new Map<string, Runner | undefined>();
  process.on('message', (question: Question) => {
    answer(contender, runners, question).then(
      result => process.send!(result),
      (error: unknown) => process.send!({ perSecond: null, correct: false, error: String(error) }),
    );
  });
}

async function answer(
  contender: Contender,
  runners: Map<string, Runner | undefined>,
  { workload, forMs }: Question,
): Promise<Answer> {
  if (!runners.has(workload.name)) runners.set(workload.name, contender(workload));
  const run = runners.get(workload.name);
  if (run === undefined) return { perSecond: null, correct: false };
  const correct = isDeepStrictEqual(JSON.parse(JSON.stringify(await run())), workload.expect);
  let runs = 0;
  const start = performance.now();
  let spent = 0;
  do {
    const result = run();
    if (typeof (result as Promise<unknown> | undefined)?.then === 'function') await result;
    runs++;
    spent = performance.now() - start;
  } while (spent < forMs);
  return { perSecond: (runs * workload.transitions * 1000) / spent, correct };
}
