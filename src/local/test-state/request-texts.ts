import { refuse } from './refuse';
import type { TestStateConfiguration, TestStateOptions } from './request';
import { isJsonObject, type Json, type JsonObject } from '../../asl';
import { StepwrightError } from '../../errors';
import { validate } from '../../validation';

/** The input. A text that is not JSON is refused in the words of StartExecution. */
export function inputOf({ input = {}, inputText }: TestStateOptions): Json {
  if (inputText === undefined) return input;
  try {
    return JSON.parse(inputText) as Json;
  } catch {
    throw new StepwrightError(
      'InvalidExecutionInput',
      `Invalid State Machine Execution Input: 'com.fasterxml.jackson.${notJson(inputText)}'`,
    );
  }
}

/** What the parser behind AWS says of a text that is not JSON. */
function notJson(text: string): string {
  const syntax = validate(text).find(({ code }) => code === 'INVALID_JSON_DESCRIPTION')?.message;
  if (syntax === undefined) {
    return `databind.exc.MismatchedInputException: No content to map due to end-of-input\n at [Source: (String)"${text}"; line: 1, column: 0]`;
  }
  return `core.${syntax.startsWith('Unexpected end-of-input') ? 'io.JsonEOFException' : 'JsonParseException'}: ${syntax}`;
}

/** The variables. */
export function variablesOf({ variables = {} }: TestStateOptions): JsonObject {
  const value = parsed(variables, 'Variables must be valid JSON');
  return isJsonObject(value) ? value : refuse('Variables must be a JSON object.');
}

/** The Context Object, before it is checked. */
export function contextOf({ context }: TestStateOptions): Json | undefined {
  return context === undefined
    ? undefined
    : parsed(context, 'Invalid Context object provided: Context must be valid JSON');
}

/** The mocked result. */
export function resultOf({ mock }: TestStateOptions): Json | undefined {
  return mock?.result === undefined ? undefined : parsed(mock.result, 'Mocked result must be valid JSON');
}

/** What a reader reads: a text as it is, an array as the items, and anything else as its JSON text. */
export function readerDataOf({
  mapItemReaderData: data,
}: TestStateConfiguration): string | readonly Json[] | undefined {
  return data === undefined || typeof data === 'string' || Array.isArray(data)
    ? (data as string | readonly Json[] | undefined)
    : JSON.stringify(data);
}

/** A text of the API as its value. */
function parsed(value: Json, otherwise: string): Json {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as Json;
  } catch {
    return refuse(otherwise);
  }
}
