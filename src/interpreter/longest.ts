import type { WorkflowType } from '../asl';

/** The longest that an execution lives, in milliseconds. @see https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
export const LONGEST_MS: Readonly<Record<WorkflowType, number>> = { STANDARD: 31_536_000_000, EXPRESS: 300_000 };
