import type { Duration, Stack } from 'aws-cdk-lib';
import { isJsonObject, type Json, type JsonObject } from '../asl';
import { findMachine, readCloudAssembly, readTemplate, type LocalApp } from '../cloudformation';
import { didYouMean, StepwrightError } from '../errors';
import { LIMIT_NAMES } from '../interpreter';
import { runLocally, compileWorkflow, compileMachine, type LocalRunOptions, type CompiledWorkflow } from '../local';
import { jsonOf } from './json-text';
import { LocalRunResult } from './local-run-result';
import { synthesized } from './synthesized';
import type { TaskBehaviour } from './task-behaviour';

/** How a local run is set up. */
export interface LocalRunProps {
  /**
   * Who answers which Task, by the name of a state, of a function or other target, or of a resource such as `dynamodb:putItem`.
   *
   * @default - nobody: the first Task that is reached is an error
   */
  readonly tasks?: { [name: string]: TaskBehaviour };

  /**
   * Decides all identifiers and random numbers: same seed, same history.
   *
   * @default "stepwright"
   */
  readonly seed?: string;

  /**
   * The virtual time at which the run starts, ISO 8601.
   *
   * @default "2024-01-01T00:00:00Z"
   */
  readonly startTime?: string;

  /**
   * The execution's name.
   *
   * @default - made from the seed
   */
  readonly executionName?: string;

  /**
   * Whether every call is checked against the role that the workflow has in the template: one that it does not allow fails as on AWS.
   *
   * @default true
   */
  readonly enforcePermissions?: boolean;

  /**
   * Limits that this run ignores: `payload`, `historyEvents`, `executionDuration`, `variables`, `mapConcurrency`, and `exactNumbers`: whole
   * numbers beyond ±(2⁵³ − 1) are rounded in place of refused.
   *
   * @default - none
   */
  readonly withoutLimits?: string[];

  /**
   * The S3 objects that Distributed Maps read, by `s3://bucket/key`.
   *
   * @default - none
   */
  readonly files?: { [uri: string]: string };

  /**
   * Express: the execution is started with StartSyncExecution.
   *
   * @default false
   */
  readonly synchronous?: boolean;

  /**
   * Stops the execution at this virtual time after its start.
   *
   * @default - never
   */
  readonly abortAfter?: Duration;
}

/**
 * A workflow that runs locally, exactly as it was synthesized, in the test framework of any language. Its time is virtual: a wait of a year
 * takes none. Its Tasks are answered by the behaviours of each run.
 */
export class LocalRun {
  /**
   * A workflow of a stack: the stack's app is synthesized as `cdk synth` does, and the workflow read from its template.
   *
   * @param stack the stack
   * @param workflow the construct's id, its path, its logical id, or the machine's name; not needed where the stack has one workflow only
   * @throws StepwrightError UNKNOWN_MACHINE, with the nearest name
   */
  public static fromStack(stack: Stack, workflow?: string): LocalRun {
    const app = readCloudAssembly(synthesized(stack));
    const own = app.machines.filter(
      machine => machine.stack === stack.stackName || machine.stack.startsWith(`${stack.stackName}-`),
    );
    return LocalRun._ofMachine(app, findMachine(own.length > 0 ? { machines: own } : app, workflow));
  }

  /**
   * A workflow of a template, as CloudFormation would receive it.
   *
   * @param templateJson the template's JSON text
   * @param workflow the logical id, the construct's id or path, or the machine's name; not needed where the template has one workflow only
   * @throws StepwrightError NOT_JSON, UNKNOWN_MACHINE
   */
  public static fromTemplate(templateJson: string, workflow?: string): LocalRun {
    const app = readTemplate(jsonOf(templateJson, 'the template'));
    return LocalRun._ofMachine(app, findMachine(app, workflow));
  }

  /**
   * A definition in the Amazon States Language.
   *
   * @param definitionJson the definition's JSON text
   * @param express whether it is for an Express workflow; Standard if it is left out
   * @throws StepwrightError NOT_JSON, and INVALID_DEFINITION for what AWS refuses
   */
  public static fromDefinition(definitionJson: string, express?: boolean): LocalRun {
    const definition = jsonOf(definitionJson, 'the definition');
    if (!isJsonObject(definition)) {
      throw new StepwrightError('DEFINITION_INVALID', 'a definition is a JSON object', {
        received: definitionJson.slice(0, 80),
      });
    }
    return LocalRun._make(compileWorkflow(definition as JsonObject, express ? 'EXPRESS' : 'STANDARD'));
  }

  /** @internal */
  private static _ofMachine(app: LocalApp, machine: LocalApp['machines'][number]): LocalRun {
    return LocalRun._make(compileMachine(machine, app));
  }

  /** @internal */
  private static _make(workflow: CompiledWorkflow): LocalRun {
    const made = new LocalRun();
    made._workflow = workflow;
    return made;
  }

  /** @internal */
  private _workflow!: CompiledWorkflow;

  private constructor() {
    /* values are made by the statics */
  }

  /** The definition that runs, as JSON text, with all that the template leaves to CloudFormation filled in. */
  public get definitionJson(): string {
    return JSON.stringify(this._workflow.definition);
  }

  /**
   * Runs one execution to its end. What the workflow does, failures included, is in the result.
   *
   * @param inputJson the input, as JSON text; `{}` if it is left out
   * @param props who answers which Task, and more
   * @throws StepwrightError for what is wrong with the set-up of the run, such as a Task without a behaviour
   */
  public run(inputJson?: string, props: LocalRunProps = {}): LocalRunResult {
    const {
      tasks = {},
      seed,
      startTime,
      executionName,
      enforcePermissions = true,
      withoutLimits = [],
      files,
      synchronous,
      abortAfter,
    } = props;
    for (const name of withoutLimits) {
      if (!(LIMIT_NAMES as readonly string[]).includes(name)) {
        throw new StepwrightError(
          'UNKNOWN_LIMIT',
          `there is no limit ${JSON.stringify(name)}${didYouMean(name, LIMIT_NAMES)}`,
          { where: 'withoutLimits', allowed: LIMIT_NAMES.join(', ') },
        );
      }
    }
    const options: LocalRunOptions = {
      tasks: Object.fromEntries(Object.entries(tasks).map(([name, behaviour]) => [name, behaviour._handler])),
      seed,
      startTime,
      executionName,
      permissions: enforcePermissions ? 'enforce' : 'ignore',
      withoutLimits: withoutLimits as LocalRunOptions['withoutLimits'],
      files,
      synchronous,
      abortAfterSeconds: abortAfter === undefined ? undefined : abortAfter.toMilliseconds() / 1000,
    };
    const input: Json = inputJson === undefined ? {} : jsonOf(inputJson, 'the input');
    return LocalRunResult._of(runLocally(this._workflow, input, withoutUndefined(options)));
  }
}

/** Other languages send absent members as undefined ones. */
function withoutUndefined(options: LocalRunOptions): LocalRunOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
