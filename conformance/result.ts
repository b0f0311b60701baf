import { callTestState, checkDefinition } from './api';
import { carriesHistory, type Case, type ExecutionCase, type TestStateCase, type ValidateCase } from './case';
import { compareHistory } from './compare/history';
import { compareOutcome } from './compare/outcome';
import { compareTestState } from './compare/test-state';
import { compareTexts, compareVerdict } from './compare/validation';
import { execute } from './execute';

/** What levels there are: what comes out, and how it came about. */
export type Level = 'outcome' | 'history';

/** How one case came out. */
export interface Result {
  readonly recorded: Case;
  readonly outcome: readonly string[];
  /** Executions: differences of the history; undefined if the case carries none, or nobody asked. */
  readonly history?: readonly string[];
  /** Checks of definitions: differences of codes and texts. */
  readonly texts?: readonly string[];
  /** What the interpreter threw instead of an answer. */
  readonly crash?: string;
}

/** Runs one case and compares. */
export async function resultOf(recorded: Case, level: Level): Promise<Result> {
  try {
    switch (recorded.kind) {
      case 'execution':
        return await executed(recorded, level);
      case 'teststate':
        return { recorded, outcome: compareTestState(recorded, callTestState(recorded as TestStateCase)) };
      case 'validate':
        return checked(recorded);
    }
  } catch (error) {
    const crash = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const lost = carriesHistory(recorded) && level === 'history' ? { history: ['crashed'] } : {};
    return { recorded, outcome: [`crashed: ${crash.split('\n')[0]}`], crash, ...lost };
  }
}

async function executed(recorded: ExecutionCase, level: Level): Promise<Result> {
  const run = await execute(recorded);
  const outcome = compareOutcome(recorded, run);
  if (level === 'outcome' || !carriesHistory(recorded)) return { recorded, outcome };
  return { recorded, outcome, history: compareHistory(recorded, run.history) };
}

function checked(recorded: ValidateCase): Result {
  const verdict = checkDefinition(recorded);
  return { recorded, outcome: compareVerdict(recorded, verdict), texts: compareTexts(recorded, verdict) };
}
