import type { Stack } from 'aws-cdk-lib';
import { isJsonObject, type Json, type JsonObject, type WorkflowType } from '../asl';
import { findMachine, type LocalApp } from '../cloudformation';
import { didYouMean, StepwrightError } from '../errors';
import { LIMIT_NAMES } from '../interpreter';
import {
  runLocally,
  compileWorkflow,
  compileFile,
  compileMachine,
  type LocalRunOptions as DataOptions,
  type CompiledWorkflow,
} from '../local';
import { jsonOf } from './json-text';
import { readCloudAssembly, readTemplate } from '../sources';
import type { LocalDefinitionOptions } from './local-definition-options';
import type { LocalFileOptions } from './local-file-options';
import type { LocalRunOptions } from './local-run-options';
import { LocalRunResult } from './local-run-result';
import { Mock } from './mock';
import { synthesized } from './synthesized';

/**
 * A workflow that runs locally, exactly as synthesized, in the test framework of any language. It runs in virtual time, so a wait of a year
 * takes no real time. The mocks of each run answer its Tasks.
 */
export class LocalRun {
  /**
   * Loads a workflow from a stack. Synthesizes the stack's app as `cdk synth` does, and reads the workflow from its
   * template.
   *
   * @param stack the stack
   * @param workflow the construct's ID or path, the logical ID, or the state machine's name; optional if the stack has
   * only one workflow
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
   * Loads a workflow from a template, as CloudFormation would receive it.
   *
   * @param templateJson the template, as a JSON string
   * @param workflow the logical ID, the construct's ID or path, or the state machine's name; optional if the template
   * has only one workflow
   * @throws StepwrightError NOT_JSON, UNKNOWN_MACHINE
   */
  public static fromTemplate(templateJson: string, workflow?: string): LocalRun {
    const app = readTemplate(jsonOf(templateJson, 'the template'));
    return LocalRun._ofMachine(app, findMachine(app, workflow));
  }

  /**
   * Loads a workflow from a file: a definition in JSON or YAML, a CloudFormation or SAM template with the files next to
   * it, or the JSON of `terraform show`.
   *
   * @param path the file's path
   * @param workflow the logical ID, the construct's ID or path, or the state machine's name; optional if there is only
   * one
   * @param options values that the file doesn't contain
   * @throws StepwrightError FILE_NOT_FOUND, OTHER_FORMAT, UNKNOWN_MACHINE with the nearest name, and others if the file
   * can't be read
   */
  public static fromFile(path: string, workflow?: string, options: LocalFileOptions = {}): LocalRun {
    const type = options.type === undefined ? undefined : (`${options.type}` as WorkflowType);
    return LocalRun._make(compileFile(path, workflow, { ...options, type }));
  }

  /**
   * Loads a workflow from a folder that `cdk synth` wrote.
   *
   * @param directory the folder, such as `cdk.out`
   * @param workflow the construct's id or path, the logical id, or the state machine's name; optional if the app has
   * only one workflow
   * @throws StepwrightError UNKNOWN_MACHINE, with the nearest name
   */
  public static fromCloudAssembly(directory: string, workflow?: string): LocalRun {
    const app = readCloudAssembly(directory);
    return LocalRun._ofMachine(app, findMachine(app, workflow));
  }

  /**
   * Loads a definition in Amazon States Language.
   *
   * @param definitionJson the definition, as a JSON string
   * @param options the type of the workflow
   * @throws StepwrightError NOT_JSON, and INVALID_DEFINITION for a definition that AWS rejects
   */
  public static fromDefinition(definitionJson: string, options: LocalDefinitionOptions = {}): LocalRun {
    const definition = jsonOf(definitionJson, 'the definition');
    if (!isJsonObject(definition)) {
      throw new StepwrightError('INVALID_DEFINITION', 'a definition must be a JSON object', {
        received: definitionJson.slice(0, 80),
      });
    }
    return LocalRun._make(
      compileWorkflow(definition as JsonObject, options.type === undefined ? 'STANDARD' : `${options.type}`),
    );
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

  /** The definition that runs, as a JSON string, with all values that CloudFormation would fill in. */
  public get definitionJson(): string {
    return JSON.stringify(this._workflow.definition);
  }

  /**
   * Runs one execution to completion. The result reports everything that the workflow does, including failures.
   *
   * @param inputJson the input, as a JSON string; `{}` by default
   * @param options the mocks of Tasks, and more
   * @throws StepwrightError if the run itself is set up incorrectly, such as a Task without a mock
   */
  public run(inputJson?: string, options: LocalRunOptions = {}): LocalRunResult {
    const { mocks, permissions, fieldValidation, unmocked, withoutLimits = [], ...same } = options;
    for (const name of withoutLimits) {
      if (!(LIMIT_NAMES as readonly string[]).includes(name)) {
        throw new StepwrightError(
          'UNKNOWN_LIMIT',
          `there is no limit ${JSON.stringify(name)}${didYouMean(name, LIMIT_NAMES)}`,
          { where: 'withoutLimits', allowed: LIMIT_NAMES.join(', ') },
        );
      }
    }
    const input: Json = inputJson === undefined ? {} : jsonOf(inputJson, 'the input');
    const data: DataOptions = {
      ...same,
      mocks: Mock._all(mocks),
      permissions: permissions && `${permissions}`,
      fieldValidation: fieldValidation && `${fieldValidation}`,
      unmocked: unmocked && `${unmocked}`,
      withoutLimits: withoutLimits as DataOptions['withoutLimits'],
    };
    return LocalRunResult._of(runLocally(this._workflow, input, withoutUndefined(data)));
  }
}

/** Removes absent options, which other languages send as undefined. */
function withoutUndefined(options: DataOptions): DataOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
