import type { Stack } from 'aws-cdk-lib';
import { copyJson, isJsonObject, type Json, type JsonObject, type WorkflowType } from '../asl';
import { findMachine, type LocalApp, type ReadOptions } from '../cloudformation';
import { StepwrightError } from '../errors';
import {
  runLocally,
  runLocallyAsync,
  compileWorkflow,
  compileFile,
  compileMachine,
  compileText,
  withTimeline,
  type FileOptions,
  type LocalRunOptions,
  type CompiledWorkflow,
} from '../local';
import { readCloudAssembly, readTemplate, readYaml, substituted } from '../sources';
import type { InputOf, RunOptionsOf, RunResultOf } from './typed-run';
import { synthesized } from '../local-run/synthesized';

/** Options for a definition without a template. */
export interface LocalDefinitionOptions {
  /** The type of the workflow. @default "STANDARD" */
  readonly type?: WorkflowType;
  /** Values of placeholders such as `${Name}`. @default - none */
  readonly substitutions?: Readonly<Record<string, string>>;
}

/**
 * A workflow that runs locally, exactly as synthesized. It runs in virtual time, so a wait of a year takes no real time. The mocks of each
 * run answer its Tasks. With the type of a typed flow, `LocalWorkflow.fromStack<typeof order>(…)`, the input, mocks, and output have its types.
 */
export class LocalWorkflow<F = unknown> {
  /**
   * Loads a workflow from a stack. Synthesizes the stack's app as `cdk synth` does, and reads the workflow from its
   * template.
   *
   * @param stack the stack
   * @param workflow the construct's ID or path, the logical ID, or the state machine's name; optional if the stack has
   * only one workflow
   * @throws StepwrightError UNKNOWN_MACHINE, with the nearest name
   */
  static fromStack<T = unknown>(stack: Stack, workflow?: string, options: ReadOptions = {}): LocalWorkflow<T> {
    const app = readCloudAssembly(synthesized(stack), options);
    const own = app.machines.filter(
      machine => machine.stack === stack.stackName || machine.stack.startsWith(`${stack.stackName}-`),
    );
    const around = own.length > 0 ? { machines: own, roles: [], resources: [] } : app;
    return LocalWorkflow.ofMachine<T>(app, findMachine(around, workflow));
  }

  /**
   * Loads a workflow from a template, as CloudFormation would receive it.
   *
   * @param template the template, as an object or as a string in JSON or YAML
   * @param workflow the logical ID, the construct's ID or path, or the state machine's name; optional if the template
   * has only one workflow
   */
  static fromTemplate<T = unknown>(
    template: object | string,
    workflow?: string,
    options: ReadOptions = {},
  ): LocalWorkflow<T> {
    // copy it, so that later changes to the template don't affect runs
    const text = typeof template === 'string' ? template : JSON.stringify(template);
    const app = readTemplate(templateOf(text), options);
    return LocalWorkflow.ofMachine<T>(app, findMachine(app, workflow));
  }

  /**
   * Loads a workflow from a file: a definition in JSON or YAML, a CloudFormation or SAM template with the files next to
   * it, or the JSON of `terraform show`. A cdk.out folder works, too.
   *
   * @param path the file's path
   * @param workflow the logical ID, the construct's ID or path, or the state machine's name; optional if there is only
   * one
   * @throws StepwrightError FILE_NOT_FOUND, OTHER_FORMAT, UNKNOWN_MACHINE with the nearest name, and others if the file
   * can't be read
   */
  static fromFile<T = unknown>(path: string, workflow?: string, options: FileOptions = {}): LocalWorkflow<T> {
    return new LocalWorkflow<T>(compileFile(path, workflow, options));
  }

  /**
   * Loads a workflow from a folder that `cdk synth` wrote.
   *
   * @param directory the folder, such as `cdk.out`
   * @param workflow the construct's ID or path, the logical ID, or the state machine's name; optional if the app has
   * only one workflow
   */
  static fromCloudAssembly<T = unknown>(
    directory: string,
    workflow?: string,
    options: ReadOptions = {},
  ): LocalWorkflow<T> {
    const app = readCloudAssembly(directory, options);
    return LocalWorkflow.ofMachine<T>(app, findMachine(app, workflow));
  }

  /**
   * Loads a definition in Amazon States Language.
   *
   * @param definition the definition, as an object or a JSON string
   */
  static fromDefinition<T = unknown>(
    definition: object | string,
    options: LocalDefinitionOptions = {},
  ): LocalWorkflow<T> {
    const text = typeof definition === 'string' ? definition : JSON.stringify(definition);
    if (text?.includes('${')) {
      return new LocalWorkflow<T>(
        compileText(substituted(text, options.substitutions), options.substitutions, options.type),
      );
    }
    const value = typeof definition === 'string' ? parsed(definition, 'definition') : (definition as Json);
    if (!isJsonObject(value)) {
      throw new StepwrightError('INVALID_DEFINITION', 'a definition must be a JSON object', {
        received: JSON.stringify(value)?.slice(0, 80),
      });
    }
    substituted('', options.substitutions);
    return new LocalWorkflow<T>(compileWorkflow(value, options.type));
  }

  private static ofMachine<T>(app: LocalApp, machine: LocalApp['machines'][number]): LocalWorkflow<T> {
    return new LocalWorkflow<T>(compileMachine(machine, app));
  }

  private constructor(private readonly workflow: CompiledWorkflow) {}

  /** The definition that runs, with all values that CloudFormation would fill in. */
  get definition(): JsonObject {
    return copyJson(this.workflow.definition);
  }

  /**
   * Runs one execution to completion. The result reports everything that the workflow does, including failures.
   *
   * @param input the input
   * @throws StepwrightError if the run itself is set up incorrectly, such as a Task without a mock; the error's
   * `history` has the events so far
   */
  async run(
    input: InputOf<F> = {} as InputOf<F>,
    options: RunOptionsOf<F> = {} as RunOptionsOf<F>,
  ): Promise<RunResultOf<F>> {
    try {
      return (await runLocallyAsync(this.workflow, input as Json, options as LocalRunOptions)) as RunResultOf<F>;
    } catch (error) {
      throw withTimeline(error);
    }
  }

  /**
   * Runs one execution to completion, with mocks that don't return promises.
   *
   * @param input the input
   * @throws StepwrightError as `run` does, and MOCK_RETURNED_PROMISE if a mock returns a promise
   */
  runSync(input: InputOf<F> = {} as InputOf<F>, options: RunOptionsOf<F> = {} as RunOptionsOf<F>): RunResultOf<F> {
    try {
      return runLocally(this.workflow, input as Json, options as LocalRunOptions) as RunResultOf<F>;
    } catch (error) {
      throw withTimeline(error);
    }
  }
}

/** The template in a text. JSON begins with a brace. */
function templateOf(text: string): Json {
  return /^\uFEFF?\s*\{/.test(text) ? parsed(text, 'template') : readYaml(text, 'template').value;
}

function parsed(text: string, what: 'definition' | 'template'): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (cause) {
    const code = what === 'template' ? 'TEMPLATE_NOT_JSON' : 'DEFINITION_NOT_JSON';
    throw new StepwrightError(code, `the ${what} is not valid JSON`, {
      received: (cause as Error).message,
      cause,
    });
  }
}
