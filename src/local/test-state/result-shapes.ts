import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/** A shape of a service model; scripts/result-shapes.mjs says how it is written. */
export type Shape = 0 | string | { readonly l: Shape } | { readonly v: Shape } | Structure;

/** A structure's members and those that must be there. */
export interface Structure {
  readonly m: { readonly [name: string]: Shape };
  readonly r?: readonly string[];
}

/** What the operations of one service answer. */
interface ServiceShapes {
  readonly actions: { readonly [action: string]: Shape };
  readonly shapes: { readonly [name: string]: Shape };
}

/** The services of optimized integrations, by their names in the SDK. */
const SDK_NAMES: Readonly<Record<string, string>> = {
  'states': 'sfn',
  'events': 'eventbridge',
  'elasticmapreduce': 'emr',
  'emr-containers': 'emrcontainers',
  'emr-serverless': 'emrserverless',
};

/** Actions of optimized integrations that another service of the SDK has. */
const ELSEWHERE: Readonly<Record<string, string>> = { 'bedrock:invokeModel': 'bedrockruntime' };

/** Optimized integrations whose answers are not those of the API: what they answer beside, or instead, is any JSON. */
const OF_ANY_SHAPE: ReadonlySet<string> = new Set(['apigateway:invoke', 'http:invoke', 'eks:call', 'eks:runJob']);

/** Fields that an integration gives as JSON where the API has bytes or text. */
const PARSED: ReadonlySet<string> = new Set(['lambda:invoke Payload', 'bedrock:invokeModel Body']);

let services: { readonly [service: string]: ServiceShapes } | undefined;

/** What an operation answers, and how to follow a shape's name; undefined for operations that are not known. */
export function resultShape(
  service: string,
  action: string,
): { readonly shape: Shape; readonly follow: (shape: Shape) => Shape } | undefined {
  if (OF_ANY_SHAPE.has(`${service}:${action}`)) return undefined;
  services ??= JSON.parse(
    brotliDecompressSync(readFileSync(join(__dirname, '../../../generated/result-shapes.br'))).toString('utf8'),
  ) as typeof services;
  const name = service.startsWith('aws-sdk:')
    ? service.slice('aws-sdk:'.length)
    : (ELSEWHERE[`${service}:${action}`] ?? SDK_NAMES[service] ?? service);
  const known = Object.hasOwn(services!, name) ? services![name] : undefined;
  const operation = action.charAt(0).toUpperCase() + action.slice(1);
  if (known === undefined || !Object.hasOwn(known.actions, operation)) return undefined;
  const follow = (shape: Shape): Shape =>
    typeof shape === 'string' && shape.startsWith('#') ? known.shapes[shape.slice(1)] : shape;
  const shape = follow(known.actions[operation]);
  return { shape: withoutParsed(shape, `${service}:${action}`), follow };
}

function withoutParsed(shape: Shape, call: string): Shape {
  if (typeof shape !== 'object' || !('m' in shape)) return shape;
  return {
    ...shape,
    m: Object.fromEntries(Object.entries(shape.m).filter(([name]) => !PARSED.has(`${call} ${name}`))),
  };
}
