import type { Json, TaskState } from '../../asl';
import { runtimeFailure } from '../data-flow';
import { parameterRule } from '../parameter-rules';
import { parseResource } from '../resource';
import type { SingleState } from './single-state';
import { passArguments, type Stages } from './stages';
import type { TestedFrame } from './tested-execution';
import { compileCredentials, seconds } from '../states/task';

/** What a Task sends, recorded on the way. Its times and its role show nowhere, but what is wrong with them fails it. */
export function beginTask(state: TaskState, { language }: SingleState, frame: TestedFrame, stages: Stages): Json {
  const sent = passArguments(state, language, frame, stages);
  const input = language === 'JSONPath' ? stages.afterInputPath : frame.data;
  seconds('TimeoutSeconds', state.TimeoutSeconds, state.TimeoutSecondsPath, language)?.(frame, input);
  seconds('HeartbeatSeconds', state.HeartbeatSeconds, state.HeartbeatSecondsPath, language)?.(frame, input);
  compileCredentials(state, language)?.(frame, input);
  const resource = parseResource(state.Resource);
  const refused = resource && parameterRule(resource)?.(sent);
  if (refused !== undefined) throw runtimeFailure(refused);
  return sent;
}
