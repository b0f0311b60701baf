import type { Catcher, Json, JsonObject, QueryLanguage } from '../asl';
import type { CompiledCatcher } from './compiled-handlers';
import { errorOutput, matches, type Failure } from './failure';
import type { Frame } from './frame';
import { compileReferencePath } from '../query/json-path';
import { compileValue, type JsonataScope } from '../query/jsonata';
import { compileTemplate } from '../query/payload-template';

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

function jsonataOutput({ Output }: Catcher, index: number): (scope: JsonataScope) => Json {
  if (Output === undefined) return scope => scope.errorOutput()!;
  return compileValue(Output, `Catch[${index}]/Output`);
}

function jsonPathOutput({ ResultPath }: Catcher): (scope: JsonataScope) => Json {
  if (ResultPath === undefined || ResultPath === '$') return scope => scope.errorOutput()!;
  if (ResultPath === null) return scope => scope.input();
  const path = compileReferencePath(ResultPath);
  return scope => path.write(scope.input(), scope.errorOutput()!);
}

function compileCatchAssign(
  assign: JsonObject,
  index: number,
  language: QueryLanguage,
): (scope: JsonataScope) => JsonObject {
  if (language === 'JSONata') {
    return compileValue(assign, `Catch[${index}]/Assign`) as (scope: JsonataScope) => JsonObject;
  }
  const template = compileTemplate(assign, 'Assign');
  return scope => template(scope.errorOutput()!, scope) as JsonObject;
}
