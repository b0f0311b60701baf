import type { Json, JsonObject } from '../../asl';
import { BLOCKED, type CompiledState, type Program, type Signal } from '../compiled';
import { Execution, type World } from '../execution';
import { ExecutionNames } from '../execution-names';
import type { Failure } from '../failure';
import { Frame } from '../frame';
import { WrittenObjects } from '../map-run/written-objects';
import { Random } from '../random';
import type { RunOptions } from '../run';
import { Scheduler } from '../scheduler';
import { settingsOf } from '../settings';
import { TaskTokens } from '../task-tokens';
import { Variables } from '../variables';

/** How a state was left. */
export interface Left {
  readonly output: Json;
  readonly next: CompiledState | undefined;
}

/** An execution of one state: it ends where the state is left or fails. */
export class TestedExecution extends Execution {
  left: Left | undefined;
  failed: Failure | undefined;

  override leave(frame: Frame, output: Json, _assigned: JsonObject | undefined, next: CompiledState | undefined = frame.state.next): Signal {
    this.left = { output, next };
    return BLOCKED;
  }

  override failScope(_frame: Frame, reason: Failure): Signal {
    this.failed = reason;
    return BLOCKED;
  }
}

/** The frame of a tested state: the Context Object is the given one, or the one that AWS makes up. */
export class TestedFrame extends Frame {
  constructor(execution: Execution, program: Program, input: Json, variables: JsonObject, private readonly given: JsonObject | undefined, private readonly roleArn: string | undefined) {
    const outer = new Variables(undefined);
    outer.assign(variables);
    super(execution, program.scope, input, 0, outer, undefined, undefined, undefined);
  }

  override context(): JsonObject {
    if (this.given !== undefined) return this.given;
    const made = super.context();
    // a tested state has no name of its own, whatever the definition calls it
    return { ...made, Execution: { ...made.Execution as JsonObject, RoleArn: this.roleArn ?? null }, State: { ...made.State as JsonObject, Name: 'StateName' } };
  }
}

/** An execution for one state. */
export function testedExecution(program: Program, options: RunOptions): TestedExecution {
  const random = new Random(options.seed ?? 'stepwright');
  const settings = settingsOf({ ...options, synchronous: true }, 'EXPRESS', random);
  const world: World = { scheduler: new Scheduler(settings.startTime), pending: [], tokens: new TaskTokens(), names: new ExecutionNames(), machines: () => undefined, executions: [], written: new WrittenObjects() };
  return new TestedExecution(program, settings, random, world);
}
