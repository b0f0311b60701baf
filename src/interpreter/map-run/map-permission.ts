import type { JsonObject, MapState, QueryLanguage } from '../../asl';
import { compileValue } from '../../query/jsonata';
import { compileTemplate } from '../../query/payload-template';
import { compileInput } from '../data-flow';
import { failure, type Failure } from '../failure';
import type { Frame } from '../frame';

/** Compiles the question whether a Map Run may start. */
export function compileMapPermission(
  state: MapState,
  language: QueryLanguage,
): (frame: Frame, redrives: boolean) => Failure | undefined {
  const reader = state.ItemReader && compileGiven(state.ItemReader, state.InputPath, language, 'ItemReader');
  const writer = state.ResultWriter && compileGiven(state.ResultWriter, state.InputPath, language, 'ResultWriter');
  return (frame, redrives) => {
    const { authorizeMap, executionArn, stateMachineArn } = frame.execution.settings;
    if (authorizeMap === undefined) return undefined;
    const given = {
      ...state,
      ...(reader ? { ItemReader: reader(frame) } : {}),
      ...(writer ? { ResultWriter: writer(frame) } : {}),
    } as unknown as JsonObject;
    const refused = authorizeMap({
      stateName: frame.state.name,
      state: given,
      executionArn,
      stateMachineArn,
      ...(redrives ? { redrives } : {}),
    });
    return refused && failure(refused.error, refused.cause);
  };
}

/** A reader or writer with concrete arguments. */
function compileGiven(
  part: { readonly Parameters?: unknown; readonly Arguments?: unknown },
  inputPath: string | null | undefined,
  language: QueryLanguage,
  field: string,
): (frame: Frame) => JsonObject {
  const own = part as JsonObject;
  if (language === 'JSONata') {
    const args = compileValue(own.Arguments ?? {}, `${field}/Arguments`);
    return frame => ({ ...own, Arguments: args(frame) });
  }
  const template = compileTemplate(own.Parameters ?? {}, 'Parameters');
  const input = compileInput(inputPath);
  return frame => ({ ...own, Parameters: template(input(frame), frame) });
}
