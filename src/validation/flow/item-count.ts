import { lookUp, shapeOf } from './shape';
import { stagesOf, type Stages } from './stages';
import { isJsonObject, type StateSite } from '../../asl';
import { isExpression } from '../../query/jsonata';
import { pathFacts } from '../expressions/json-path';

/** How many items a Map has: as its Items, its ItemsPath or the MaxItems of its ItemReader declare; undefined where that is not known. */
export function itemCountOf(site: StateSite, stages: Stages): number | undefined {
  const { state, language } = site;
  const reader = state.ItemReader;
  if (isJsonObject(reader)) {
    const most = isJsonObject(reader.ReaderConfig) ? reader.ReaderConfig.MaxItems : undefined;
    return typeof most === 'number' ? most : undefined;
  }
  const items = itemsShape(site, stages);
  if (items?.kind === 'list') return items.length;
  return language === 'JSONata' && Array.isArray(state.Items) ? state.Items.length : undefined;
}

function itemsShape(site: StateSite, stages: Stages): ReturnType<typeof lookUp> {
  const { state, language } = site;
  if (language === 'JSONata') {
    if (state.Items === undefined) return stages.input;
    if (typeof state.Items === 'string' && isExpression(state.Items)) {
      return stagesOf({ ...site, type: 'Pass', state: { Output: state.Items } }, stages.input).output;
    }
    return shapeOf(state.Items);
  }
  if (state.ItemsPath === undefined) return stages.effective;
  if (typeof state.ItemsPath !== 'string') return undefined;
  const {
    ok,
    reads: [read],
  } = pathFacts(state.ItemsPath);
  return ok && read.root === 'input' && read.exact ? lookUp(stages.effective, read.steps) : undefined;
}
