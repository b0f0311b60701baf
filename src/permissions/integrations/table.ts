import type { NeedRule } from '../need';

/** What each action of each optimized integration needs: service → action → rules. An empty list needs nothing of IAM. */
export type IntegrationTable = Readonly<Record<string, Readonly<Record<string, readonly NeedRule[]>>>>;
