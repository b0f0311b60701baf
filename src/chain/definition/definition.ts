import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, resolve } from 'node:path';
import type { Construct } from 'constructs';
import { sitesOf, type JsonObject } from '../../asl';
import { didYouMean, nearest, StepwrightError } from '../../errors';
import type { StateGrants } from '../../integrations';
import { jsonValue } from '../../integrations/json-value';
import type { BoundDefinition, IDefinition } from '../bound-definition';
import { substituted } from './placeholders';
import { readText, type ReadText } from './read-text';

/** What a definition from elsewhere is bound to. */
export interface DefinitionProps {
  /**
   * Values for the placeholders of the definition, by name: `{ OrdersTable: table.tableName }` for `${OrdersTable}`. Within a text the value is
   * written as text; where the placeholder is a whole value without quotes, it becomes the value itself: `"TimeoutSeconds": ${Seconds}`.
   *
   * @default - the definition has no placeholder
   */
  readonly substitutions?: { [name: string]: any };

  /**
   * What the role must be allowed and cannot be read from the definition, by the state's name.
   *
   * @default - nothing
   */
  readonly grants?: { [stateName: string]: StateGrants };
}

/**
 * A definition in the Amazon States Language that was written elsewhere: a file of Workflow Studio, of SAM, of an editor. A workflow runs it as
 * it is, and its role is derived from it. `Flow.fromDefinition` makes it a step of a flow.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-amazon-states-language.html
 */
export class Definition implements IDefinition {
  /**
   * A file: `.yaml` and `.yml` are read as YAML, all others as JSON.
   *
   * @param path the file; a relative path begins at the working directory
   * @param props what its placeholders stand for
   * @throws StepwrightError FILE_NOT_FOUND, and what `fromString` throws, with line and column
   */
  public static fromFile(path: string, props: DefinitionProps = {}): Definition {
    const file = resolve(path);
    if (!existsSync(file)) throw fileNotFound(path, file);
    return Definition._read(
      readFileSync(file, 'utf8'),
      path,
      ['.yaml', '.yml'].includes(extname(file).toLowerCase()) ? 'yaml' : 'json',
      props,
    );
  }

  /**
   * A text: JSON, or YAML if it does not begin with `{`.
   *
   * @param text the definition
   * @param props what its placeholders stand for
   * @throws StepwrightError DEFINITION_NOT_JSON, DEFINITION_NOT_YAML, INVALID_DEFINITION, DUPLICATE_KEY, UNKNOWN_SUBSTITUTION, UNUSED_SUBSTITUTION
   */
  public static fromString(text: string, props: DefinitionProps = {}): Definition {
    return Definition._read(text, 'the definition', /^\s*\{/.test(text) ? 'json' : 'yaml', props);
  }

  /**
   * An object. CDK tokens may stand in it.
   *
   * @param definition the definition
   * @param props what its placeholders stand for
   * @throws StepwrightError VALUE_NOT_JSON, UNKNOWN_SUBSTITUTION, UNUSED_SUBSTITUTION, UNKNOWN_STATE
   */
  public static fromObject(definition: { [field: string]: any }, props: DefinitionProps = {}): Definition {
    return new Definition(
      { definition: jsonValue(definition, 'the definition') as JsonObject, places: () => ({}) },
      'the definition',
      props,
    );
  }

  /** @internal */
  private static _read(text: string, source: string, format: 'json' | 'yaml', props: DefinitionProps): Definition {
    return new Definition(readText(text, source, format), source, props);
  }

  /** @internal */
  private readonly _definition: JsonObject;

  private constructor(
    /** @internal */ private readonly _text: ReadText,
    source: string,
    /** @internal */ private readonly _props: DefinitionProps,
  ) {
    this._definition = substituted(_text.definition, _props.substitutions ?? {}, source);
    refuseUnknownStates(this._definition, Object.keys(_props.grants ?? {}), source);
  }

  /** @internal */
  public get _grants(): { [stateName: string]: StateGrants } | undefined {
    return this._props.grants;
  }

  /**
   * The definition, with the substitutions made.
   */
  public toAsl(): { [field: string]: any } {
    return structuredCopy(this._definition);
  }

  /**
   * For a workflow.
   *
   * @param _scope the workflow
   */
  public bind(_scope: Construct): BoundDefinition {
    const { _text: text, _props: props } = this;
    return {
      definition: this.toAsl(),
      ...(props.grants ? { grants: props.grants } : {}),
      get places() {
        return text.places();
      },
    };
  }
}

/** A copy, so that nobody who changes it changes the definition. Tokens in it stay themselves. */
function structuredCopy(definition: JsonObject): { [field: string]: any } {
  return jsonValue(definition, 'the definition') as { [field: string]: any };
}

function refuseUnknownStates(definition: JsonObject, names: readonly string[], source: string): void {
  if (names.length === 0) return;
  const known = sitesOf(definition).states.map(({ name }) => name);
  for (const name of names) {
    if (known.includes(name)) continue;
    throw new StepwrightError('UNKNOWN_STATE', `The definition has no state '${name}'${didYouMean(name, known)}`, {
      where: `${source}, grants`,
      received: name,
      allowed: known
        .slice(0, 12)
        .map(state => `'${state}'`)
        .join(', '),
      fix: 'name a state of the definition',
    });
  }
}

function fileNotFound(path: string, file: string): StepwrightError {
  const folder = dirname(file);
  const near = existsSync(folder) ? nearest(basename(file), readdirSync(folder)) : undefined;
  return new StepwrightError(
    'FILE_NOT_FOUND',
    `The file ${path} does not exist${near === undefined ? '' : `; did you mean ${JSON.stringify(near)}?`}`,
    {
      where: 'Definition.fromFile',
      received: file,
      allowed: 'an absolute path, or one relative to the working directory',
      fix: 'use path.join(__dirname, …) for a path relative to your source file',
    },
  );
}
