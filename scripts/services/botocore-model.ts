import type { WheelFile } from './wheel';

/** A shape of a botocore model, as far as it is used. */
export interface BotocoreShape {
  readonly type: string;
  readonly required?: readonly string[];
  readonly members?: Readonly<Record<string, BotocoreMember>>;
  readonly member?: BotocoreMember;
  readonly key?: BotocoreMember;
  readonly value?: BotocoreMember;
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly exception?: boolean;
  readonly document?: boolean;
  readonly union?: boolean;
  readonly eventstream?: boolean;
}

/** A reference to a shape. */
export interface BotocoreMember {
  readonly shape: string;
  readonly locationName?: string;
  readonly idempotencyToken?: boolean;
}

/** An operation of a botocore model. */
export interface BotocoreOperation {
  readonly http?: { readonly method?: string; readonly requestUri?: string };
  readonly input?: BotocoreMember;
  readonly output?: BotocoreMember;
  readonly errors?: readonly BotocoreMember[];
}

/** A service model of botocore. */
export interface BotocoreModel {
  readonly metadata: {
    readonly serviceId: string;
    readonly endpointPrefix: string;
    readonly signingName?: string;
  };
  readonly operations: Readonly<Record<string, BotocoreOperation>>;
  readonly shapes: Readonly<Record<string, BotocoreShape>>;
}

/** The newest model of every service. */
export function botocoreModels(files: readonly WheelFile[]): readonly BotocoreModel[] {
  const newest = new Map<string, WheelFile>();
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const [, service] = /^botocore\/data\/([^/]+)\/[^/]+\/service-2\.json(?:\.gz)?$/.exec(file.path) ?? [];
    if (service !== undefined) newest.set(service, file);
  }
  return [...newest.values()].map(file => JSON.parse(file.read()) as BotocoreModel);
}
