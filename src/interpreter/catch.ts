import type { Catcher, Json, JsonObject, QueryLanguage } from '../asl';
import { errorOutput, matches, type Failure } from './failure';
import type { Frame } from './frame';
import { compileReferencePath } from '../query/json-path';
import { compileValue } from '../query/jsonata';
import { compileTemplate } from '../query/payload-template';

/** A catcher, compiled. */
export interface CompiledCatcher {
  readonly names: readonly string[];
  readonly next: string;
  /** What the next state receives. */
  readonly output: (frame: Frame) => Json;
  /** What is assigned; undefined if nothing is. */
  readonly assign: ((frame: Frame) => JsonObject) | undefined;
}

/** Compiles the catchers of a state. */
export function compileCatchers(catchers: readonly Catcher[] | undefined, language: QueryLanguage): CompiledCatcher[] {
  return (catchers ?? []).map((catcher, i) => ({
    names: catcher.ErrorEquals,
    next: catcher.Next,
    output: language === 'JSONata' ? jsonataOutput(catcher, i) : jsonPathOutput(catcher),
    assign: catcher.Assign && compileCatchAssign(catcher.Assign, i, language),
  }));
}

/** The first catcher that matches. */
export function findCatcher(frame: Frame, failure: Failure): CompiledCatcher | undefined {
  const catcher = frame.state.catchers.find(candidate => matches(candidate.names, failure));
  if (catcher) frame.caught = errorOutput(failure);
  return catcher;
}

function jsonataOutput({ Output }: Catcher, index: number): (frame: Frame) => Json {
  if (Output === undefined) return frame => frame.caught!;
  return compileValue(Output, `Catch[${index}]/Output`);
}

function jsonPathOutput({ ResultPath }: Catcher): (frame: Frame) => Json {
  if (ResultPath === undefined || ResultPath === '$') return frame => frame.caught!;
  if (ResultPath === null) return frame => frame.data;
  const path = compileReferencePath(ResultPath);
  return frame => path.write(frame.data, frame.caught!);
}

function compileCatchAssign(assign: JsonObject, index: number, language: QueryLanguage): (frame: Frame) => JsonObject {
  if (language === 'JSONata') return compileValue(assign, `Catch[${index}]/Assign`) as (frame: Frame) => JsonObject;
  const template = compileTemplate(assign, 'Assign');
  return frame => template(frame.caught!, frame) as JsonObject;
}
