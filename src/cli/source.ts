import { existsSync, readFileSync, statSync } from 'node:fs';
import { isJsonObject, type Json, type JsonObject } from '../asl';
import { findMachine, readCloudAssembly, readTemplate, type LocalApp, type Machine } from '../cloudformation';
import { nearest, StepwrightError, type ErrorCode } from '../errors';
import { compileWorkflow, compileMachine, type CompiledWorkflow } from '../local';
import { EXIT } from './exit-codes';
import { readYaml } from './read-yaml';
import { scanJson } from '../validation/source/json-scan';

/** An error with the exit code that it leads to. */
export class CommandFailure extends Error {
  constructor(
    readonly exitCode: number,
    readonly reason: StepwrightError,
  ) {
    super(reason.message);
  }
}

/** Does something, and lets an error of ours lead to that exit code. */
export function leadingTo<T>(exitCode: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof StepwrightError) throw new CommandFailure(exitCode, error);
    throw error;
  }
}

/** What to run: a definition's file, JSON or YAML, a template's file, or a folder that `cdk synth` has written. */
export function readSource(path: string, machine: string | undefined): CompiledWorkflow {
  const found = readDefinition(path, machine);
  return leadingTo(EXIT.DEFINITION, () =>
    'app' in found ? compileMachine(found.machine, found.app) : compileWorkflow(found.definition),
  );
}

/** The definition in a file, or the machine in a template or folder, as it stands: nothing is compiled. */
export function readDefinition(
  path: string,
  machine: string | undefined,
): { readonly definition: JsonObject } | { readonly machine: Machine; readonly app: LocalApp } {
  if (!existsSync(path)) {
    throw new CommandFailure(
      EXIT.USAGE,
      new StepwrightError('FILE_NOT_FOUND', `there is no file or folder '${path}'`, {
        allowed: 'a definition (*.asl.json, *.asl.yaml), a template, or a cdk.out folder',
      }),
    );
  }
  if (statSync(path).isDirectory()) {
    return ofApp(
      leadingTo(EXIT.DEFINITION, () => readCloudAssembly(path)),
      machine,
    );
  }
  const json = leadingTo(EXIT.DEFINITION, () => definitionJson(path));
  if (isTemplate(json)) {
    return ofApp(
      leadingTo(EXIT.DEFINITION, () => readTemplate(json)),
      machine,
    );
  }
  if (machine !== undefined) {
    throw new CommandFailure(
      EXIT.USAGE,
      new StepwrightError('MACHINE_NOT_NEEDED', `'${path}' is one definition, it has no machines to choose from`, {
        received: `--machine ${machine}`,
        fix: 'Leave --machine out.',
      }),
    );
  }
  return leadingTo(EXIT.DEFINITION, () => ({ definition: definitionOf(json) }));
}

function ofApp(app: LocalApp, name: string | undefined): { readonly machine: Machine; readonly app: LocalApp } {
  return { machine: leadingTo(EXIT.USAGE, () => findMachine(app, name)), app };
}

function definitionJson(path: string): Json {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  return /\.ya?ml$/i.test(path) ? readYaml(text, path) : parseJson(text, 'DEFINITION_NOT_JSON', path);
}

/**
 * Parses JSON. The error names the line and the column.
 *
 * @throws StepwrightError of that code
 */
export function parseJson(text: string, code: ErrorCode, where: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (cause) {
    const { problem } = scanJson(text);
    throw new StepwrightError(code, 'this is not JSON', {
      where: problem ? `${where}:${problem.line}:${problem.column}` : where,
      received: (cause as Error).message.replace(/\s*\n\s*/g, ' '),
      fix: `Mend it there${problem ? `: ${problem.message}` : ''}.`,
      cause,
    });
  }
}

function isTemplate(json: Json): json is JsonObject {
  return isJsonObject(json) && isJsonObject(json.Resources) && json.States === undefined;
}

function definitionOf(json: Json): JsonObject {
  if (isJsonObject(json) && json.States !== undefined) return json;
  const near = isJsonObject(json)
    ? Object.keys(json).find(key => nearest(key, ['States', 'Resources']) !== undefined)
    : undefined;
  throw new StepwrightError(
    'INVALID_DEFINITION',
    'this is neither a definition, which has States, nor a template, which has Resources',
    {
      received: isJsonObject(json)
        ? `an object with ${Object.keys(json).slice(0, 8).join(', ') || 'nothing'}`
        : JSON.stringify(json).slice(0, 80),
      fix: near === undefined ? undefined : `Mend '${near}'.`,
    },
  );
}
