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
   * A workflow of a stack: the stack's app is synthesized as `cdk synth` does, and the workflow read from its template.
   *
   * @param stack the stack
   * @param workflow the construct's id, its path, its logical id, or the machine's name; not needed where the stack has one workflow only
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
   * A workflow of a template, as CloudFormation would receive it.
   *
   * @param template the template, or its text in JSON or YAML
   * @param workflow the logical id, the construct's id or path, or the machine's name; not needed where the template has one workflow only
   */
  static fromTemplate<T = unknown>(
    template: object | string,
    workflow?: string,
    options: ReadOptions = {},
  ): LocalWorkflow<T> {
    // a copy, so that a later edit of the template changes no run
    const text = typeof template === 'string' ? template : JSON.stringify(template);
    const app = readTemplate(templateOf(text), options);
    return LocalWorkflow.ofMachine<T>(app, findMachine(app, workflow));
  }

  /**
   * A workflow of a file: a definition in JSON or YAML, a template of CloudFormation or SAM with the files next to it, or the
   * JSON of `terraform show`. A cdk.out folder works, too.
   *
   * @param path the file's path
   * @param workflow the logical ID, the construct's ID or path, or the state machine's name; optional if there is only one
   * @throws StepwrightError FILE_NOT_FOUND, OTHER_FORMAT, UNKNOWN_MACHINE with the nearest name, and others for what can't be read
   */
  static fromFile<T = unknown>(path: string, workflow?: string, options: FileOptions = {}): LocalWorkflow<T> {
    return new LocalWorkflow<T>(compileFile(path, workflow, options));
  }

  /**
   * A workflow of a folder that `cdk synth` has written.
   *
   * @param directory such as `cdk.out`
   * @param workflow the construct's id or path, the logical id, or the machine's name; not needed where the app has one workflow only
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
   * A definition in the Amazon States Language.
   *
   * @param definition the definition, or its JSON text
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

  /** The definition that runs, with all that the template leaves to CloudFormation filled in. */
  get definition(): JsonObject {
    return copyJson(this.workflow.definition);
  }

  /**
   * Runs one execution to its end. What the workflow does, failures included, is in the result.
   *
   * @param input the input
   * @throws StepwrightError for what is wrong with the set-up of the run, such as a Task without a mock; the error's `history` holds the
   * events so far
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
