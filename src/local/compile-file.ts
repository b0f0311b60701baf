import type { Json, JsonObject, WorkflowType } from '../asl';
import { findMachine } from '../cloudformation';
import { StepwrightError } from '../errors';
import { compileMachine, compileWorkflow, type CompiledWorkflow } from './compiled-workflow';
import { definitionIn, readSource, rejectPlaceholders, withPseudoParameters, type SourceOptions } from '../sources';

/** How a file with workflows is read. */
export interface FileOptions extends SourceOptions {
  /** The type of the workflow. @default - what the template says, else "STANDARD" */
  readonly type?: WorkflowType;
}

/**
 * Compiles the workflow of a file or folder: a definition in JSON or YAML, a template of CloudFormation or SAM, a cdk.out
 * folder, or the JSON of `terraform show`.
 *
 * @param workflow the logical ID, the construct's ID or path, or the state machine's name; optional if there is only one
 */
export function compileFile(path: string, workflow: string | undefined, options: FileOptions): CompiledWorkflow {
  const { type, substitutions } = options;
  const source = readSource(path, options);
  if (source.kind === 'app') {
    const machine = findMachine(source.app, workflow);
    return type === undefined || type === machine.type
      ? compileMachine(machine, source.app)
      : compileWorkflow(machine.definition, type, machine, source.app);
  }
  return compileText(source.text, substitutions, type, path);
}

/**
 * Compiles a definition's text in which placeholders are filled in.
 *
 * @throws StepwrightError PLACEHOLDER_WITHOUT_VALUE for those that are left
 */
export function compileText(
  text: string,
  substitutions: FileOptions['substitutions'],
  type: WorkflowType | undefined,
  where?: string,
): CompiledWorkflow {
  const filled = withPseudoParameters(text);
  rejectPlaceholders(filled, substitutions, adviceForPlaceholders, where);
  let value: Json;
  try {
    value = JSON.parse(filled) as Json;
  } catch (cause) {
    throw new StepwrightError('DEFINITION_NOT_JSON', 'the definition is not JSON', {
      where,
      received: (cause as Error).message,
      cause,
    });
  }
  return compileWorkflow(definitionIn(value) as JsonObject, type);
}

function adviceForPlaceholders(names: readonly string[]): string {
  const shown = names
    .slice(0, 3)
    .map(name => `'${name}': '…'`)
    .join(', ');
  return `Give substitutions: { ${shown}${names.length > 3 ? ', …' : ''} }. For text that is no placeholder, give its own text.`;
}
