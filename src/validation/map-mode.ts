import { isJsonObject, type Json, type StateSite } from '../asl';
import { isUnknown } from './unknown-value';

/** Whether a Map is distributed; undefined where that is not known. */
export function isDistributed({ state }: StateSite): boolean | undefined {
  const mode = processorConfig(state.ItemProcessor)?.Mode;
  return isUnknown(mode) ? undefined : mode === 'DISTRIBUTED';
}

/** The type of the child executions of a Distributed Map; undefined where that is not known. */
export function childExecutionType(site: StateSite): 'STANDARD' | 'EXPRESS' | undefined {
  const type = processorConfig(site.state.ItemProcessor)?.ExecutionType;
  return type === 'STANDARD' || type === 'EXPRESS' ? type : undefined;
}

function processorConfig(
  processor: Json | undefined,
): { readonly Mode?: Json; readonly ExecutionType?: Json } | undefined {
  const config = isJsonObject(processor) ? processor.ProcessorConfig : undefined;
  return isJsonObject(config) ? config : undefined;
}
