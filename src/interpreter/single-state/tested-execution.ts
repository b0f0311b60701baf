import { ERROR_NAMES, MAX_TEST_STATE_MS, type Json, type JsonObject } from '../../asl';
import { Execution, type RunWorld } from '../execution';
import { ExecutionNames } from '../execution-names';
import { failure, type Failure, StateFailure, tooLarge } from '../failure';
import { type CompiledState, Frame } from '../frame';
import { WrittenObjects } from '../map-run/written-objects';
import { exceedsPayload } from '../payload';
import type { Program } from '../program';
import { Random } from '../random';
import type { RunOptions } from '../run-options';
import { Scheduler } from '../scheduler';
import { settingsOf } from '../settings';
import { BLOCKED, type Signal } from '../signal';
import { TaskTokens } from '../task-tokens';
import { Variables } from '../variables';
import type { SingleState } from './single-state';

/** How a state was left. */
export interface Left {
  readonly output: Json;
  readonly next: CompiledState | undefined;
}

/** An execution of one state: it ends where the state is left or fails. */
export class TestedExecution extends Execution {
  left: Left | undefined;
  failed: Failure | undefined;
  timedOut: Failure | undefined;

  override leave(
    frame: Frame,
    output: Json,
    assigned: JsonObject | undefined,
    next: CompiledState | undefined = frame.state.next,
  ): Signal {
    if (output !== frame.data && exceedsPayload(output)) throw new StateFailure(tooLarge(frame.state.name));
    if (assigned) frame.bindings.assign(assigned);
    this.left = { output, next };
    return BLOCKED;
  }

  override failScope(_frame: Frame, reason: Failure): Signal {
    this.failed = reason;
    return BLOCKED;
  }

  /** What fails after a Wait fails as in any other state. */
  override resume(_frame: Frame, action: () => Signal): void {
    action();
  }

  /** Runs the state until it is left, fails, or has taken too long. */
  runState(frame: Frame): void {
    const { scheduler } = this;
    frame.state.run(frame);
    scheduler.at(scheduler.time + MAX_TEST_STATE_MS, () => {
      this.timedOut = failure(ERROR_NAMES.TIMEOUT);
    });
    while ((this.left ?? this.failed ?? this.timedOut) === undefined && scheduler.step()) scheduler.runReady();
  }
}

/** The frame of a tested state: the Context Object is the given one, or the one that AWS makes up. */
export class TestedFrame extends Frame {
  private readonly given: JsonObject | undefined;
  private readonly roleArn: string | undefined;

  constructor(
    execution: Execution,
    program: Program,
    { input, variables, context, roleArn, around, configuration }: SingleState,
  ) {
    const outer = new Variables(undefined);
    outer.assign(variables);
    // inside of a Map, the made-up context is that of the first iteration
    const item = around.some(({ state }) => state.Type === 'Map') ? { index: 0, value: input } : undefined;
    super(execution, program.scope, input, 0, outer, undefined, item, undefined);
    this.given = context;
    this.roleArn = roleArn;
    this.retryCount = configuration.retrierRetryCount ?? 0;
    if (context?.Task !== undefined) this.taskToken = String((context.Task as JsonObject).Token);
  }

  override context(): JsonObject {
    const { given, selecting } = this;
    if (given !== undefined) {
      return selecting ? { ...given, Map: { Item: { Index: selecting.index, Value: selecting.value } } } : given;
    }
    const made = super.context();
    // a tested state has no name of its own, whatever the definition calls it
    return {
      ...made,
      Execution: { ...(made.Execution as JsonObject), RoleArn: this.roleArn ?? null },
      State: { ...(made.State as JsonObject), Name: 'StateName' },
    };
  }
}

/** An execution for one state. What its reader reads is the same, whatever it asks for. */
export function testedExecution(
  program: Program,
  { run, input, roleArn, configuration: { mapItemReaderData: data } }: SingleState,
): TestedExecution {
  const objects = typeof data !== 'string' ? run.objects : { get: () => data, list: () => [] };
  const options: RunOptions = { ...run, input, roleArn: roleArn ?? run.roleArn, synchronous: true, objects };
  const random = new Random(options.seed ?? 'stepwright');
  const settings = settingsOf(options, 'EXPRESS', random);
  const world: RunWorld = {
    scheduler: new Scheduler(settings.startTime),
    pending: [],
    tokens: new TaskTokens(),
    names: new ExecutionNames(),
    machines: () => undefined,
    executions: [],
    written: new WrittenObjects(),
  };
  return new TestedExecution(program, settings, random, world);
}
