import type { Document, LineCounter } from 'yaml';
import { indentFlowLines } from './flow-indent';
import { YamlValues, type Place, type TagUse, type YamlWarning } from './yaml-values';
import type { Json } from '../../asl';
import { StepwrightError } from '../../errors';

/** A YAML text, read. */
export interface YamlReading {
  readonly value: Json;
  /** Where every value begins, by its JSON pointer: a member begins with its key. */
  readonly positions: ReadonlyMap<string, Place>;
  /** Keys that appear twice. */
  readonly duplicateKeys: readonly YamlWarning[];
  /** Scalars whose type depends on the version of YAML. */
  readonly versionDependent: readonly YamlWarning[];
  /** Aliases and merge keys. */
  readonly aliases: readonly YamlWarning[];
  /** CloudFormation's short tags. */
  readonly tags: readonly TagUse[];
}

/**
 * Reads YAML 1.1 as the AWS CLI and the SAM CLI do. Short tags such as `!Ref` become their long forms.
 *
 * @param where the file's name, for the message
 * @throws StepwrightError DEFINITION_NOT_YAML, with line and column
 */
export function readYaml(text: string, where: string): YamlReading {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- only a file in YAML loads the parser
  const yaml = require('yaml') as typeof import('yaml');
  const source = text.replace(/^\uFEFF/, '');
  let lines = new yaml.LineCounter();
  let document = parsed(yaml, source, lines);
  let parsedText = source;
  let inserted: readonly number[] = [];
  if (document.errors.length > 0) {
    const indented = indentFlowLines(source);
    const linesAgain = new yaml.LineCounter();
    const again = parsed(yaml, indented.text, linesAgain);
    if (again.errors.length === 0) {
      [document, lines, parsedText, inserted] = [again, linesAgain, indented.text, indented.inserted];
    }
  }
  const [error] = document.errors;
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    const isDeep = /call stack/.test(error.message);
    throw new StepwrightError(
      'DEFINITION_NOT_YAML',
      isDeep ? 'the YAML is nested too deeply' : 'this is not valid YAML',
      {
        where: `${where}:${line}:${col}`,
        received: isDeep ? undefined : error.message.split('\n')[0].replace(/ at line \d+, column \d+:?$/, ''),
        cause: error,
      },
    );
  }
  const values = new YamlValues(yaml, lines, parsedText, where, inserted);
  const value = document.contents === null ? null : values.of(document.contents, '');
  const { positions, duplicateKeys, versionDependent, aliases, tags } = values;
  return { value, positions, duplicateKeys, versionDependent, aliases, tags };
}

function parsed(yaml: typeof import('yaml'), source: string, lineCounter: LineCounter): Document.Parsed {
  // every plain scalar stays text here: which type it has, YamlValues decides
  return yaml.parseDocument(source, {
    version: '1.1',
    schema: 'failsafe',
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
    lineCounter,
  }) as Document.Parsed;
}
