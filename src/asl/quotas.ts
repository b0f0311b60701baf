import type { WorkflowType } from './definition';

/**
 * The quotas of Step Functions, each once. The interpreter, the validation rules, the chain, and the cost use them.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */

/** The largest input, output, or result, in bytes of UTF-8 JSON: 256 KiB. */
export const MAX_PAYLOAD_BYTES = 262_144;

/** The most events in the history of a Standard execution. */
export const MAX_HISTORY_EVENTS = 25_000;

/** The longest duration of an execution, in milliseconds: one year for Standard, five minutes for Express. */
export const MAX_EXECUTION_MS: Readonly<Record<WorkflowType, number>> = { STANDARD: 31_536_000_000, EXPRESS: 300_000 };

/** The largest definition, in bytes of UTF-8 JSON: 1 MiB. */
export const MAX_DEFINITION_BYTES = 1_048_576;

/** The most characters in the name of a state, state machine, or execution. */
export const MAX_NAME_LENGTH = 80;

/**
 * The most characters in the name of a variable.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html
 */
export const MAX_VARIABLE_NAME_LENGTH = 80;

/** The most characters in the Label of a Map. */
export const MAX_LABEL_LENGTH = 40;

/**
 * The largest total size of the variables of an execution, in bytes: 10 MiB.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html
 */
export const MAX_VARIABLES_BYTES = 10_485_760;

/** The most seconds in TimeoutSeconds, HeartbeatSeconds, Wait, and IntervalSeconds. */
export const MAX_SECONDS = 99_999_999;

/** The most seconds in MaxDelaySeconds: 366 days. */
export const MAX_DELAY_SECONDS = 31_622_400;

/** The most items that MaxItems of an ItemReader can ask for. */
export const MAX_ITEMS_READ = 100_000_000;

/**
 * The most iterations of an inline Map that run at the same time.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html
 */
export const MAX_INLINE_CONCURRENCY = 40;

/** The most child executions of a Map Run that run at the same time. */
export const MAX_MAP_RUN_CONCURRENCY = 10_000;

/**
 * The most redrives of a Map Run.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/redrive-map-run.html
 */
export const MAX_MAP_RUN_REDRIVES = 1000;

/**
 * The time after its end in which an execution can be redriven, in milliseconds: 14 days.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html#redrive-eligibility
 */
export const REDRIVE_PERIOD_MS = 1_209_600_000;

/**
 * The longest duration of a TestState call, in milliseconds.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html
 */
export const MAX_TEST_STATE_MS = 300_000;
