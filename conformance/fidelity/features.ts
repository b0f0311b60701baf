/** How a behavior is known: recorded on AWS, documented by AWS, or inferred from these. */
export type Evidence = 'measured' | 'documented' | 'inferred';

/** One feature of a local run. */
export interface Feature {
  readonly area: string;
  readonly name: string;
  readonly evidence: Evidence;
  /** What is left open. */
  readonly note?: string;
}

export const FEATURES: readonly Feature[] = [
  { area: 'States', name: 'Pass, Succeed, Fail, with all their fields in both query languages', evidence: 'measured' },
  {
    area: 'States',
    name: 'Choice: all comparators, their Path forms, And, Or, Not, JSONata conditions',
    evidence: 'measured',
  },
  {
    area: 'States',
    name: 'Choice without a rule that holds and without Default',
    evidence: 'inferred',
    note: 'States.Runtime and its text as others have measured; AWS documents States.NoChoiceMatched',
  },
  { area: 'States', name: 'Wait in all four forms, and their failures', evidence: 'measured' },
  {
    area: 'States',
    name: 'Seconds, TimeoutSeconds, HeartbeatSeconds and MaxConcurrency of expressions that are out of range',
    evidence: 'inferred',
    note: 'the text follows that of Timestamp',
  },
  { area: 'States', name: 'Parallel, its retries, catches and events', evidence: 'measured' },
  { area: 'States', name: 'inline Map, its concurrency, retries, catches and events', evidence: 'measured' },
  {
    area: 'States',
    name: 'events of a container whose part fails: what is cut, mistakes of the definition, catchers that fail themselves',
    evidence: 'documented',
    note: 'as others have measured on AWS in 2026; all recordings agree',
  },
  {
    area: 'States',
    name: 'the event to which EvaluationFailed is linked',
    evidence: 'measured',
    note: 'the state, as others have measured in 2026 and recordings of December 2024 show; recordings of November 2024 link it to what came before Pass and Map',
  },
  {
    area: 'States',
    name: 'ErrorPath and CausePath that select no text',
    evidence: 'inferred',
    note: 'the text of the cause is ours',
  },
  {
    area: 'States',
    name: 'which branch ends first where several end at the same virtual time',
    evidence: 'inferred',
    note: 'in the order of the branches; AWS does not say',
  },
  {
    area: 'Tasks',
    name: 'request and response, functions, .sync, .sync:2, .waitForTaskToken, and their events',
    evidence: 'measured',
  },
  { area: 'Tasks', name: 'a call that is refused before its job starts (TaskSubmitFailed)', evidence: 'documented' },
  { area: 'Tasks', name: 'activities: scheduled, taken, heartbeats, time-out', evidence: 'measured' },
  { area: 'Tasks', name: 'an activity that does not exist', evidence: 'measured' },
  { area: 'Tasks', name: 'time-outs and heartbeats, literal, by path, by expression', evidence: 'measured' },
  { area: 'Tasks', name: 'Credentials', evidence: 'measured' },
  {
    area: 'Tasks',
    name: 'nested executions: input, output, failure, stop with the parent',
    evidence: 'measured',
    note: 'stopping with the parent, and its cause, as others have measured',
  },
  {
    area: 'Tasks',
    name: 'HTTP Tasks: failures by status, 60 seconds',
    evidence: 'documented',
    note: 'the cause is the status text',
  },
  {
    area: 'Tasks',
    name: 'parameters that Step Functions checks before it starts a Task',
    evidence: 'measured',
    note: 'the headers of API Gateway only',
  },
  {
    area: 'Errors',
    name: 'Retry: intervals, back-off, MaxDelaySeconds, attempts, FULL jitter',
    evidence: 'documented',
  },
  { area: 'Errors', name: 'Catch: error output, ResultPath, Output, Assign', evidence: 'measured' },
  { area: 'Errors', name: 'what States.ALL and States.TaskFailed stand for', evidence: 'documented' },
  {
    area: 'Errors',
    name: 'names and causes of failed paths, templates, intrinsic functions and expressions',
    evidence: 'measured',
  },
  {
    area: 'Data',
    name: 'JSONPath',
    evidence: 'measured',
    note: 'operators without a recording follow Jayway json-path 2.0.0, which fits all recordings',
  },
  { area: 'Data', name: 'intrinsic functions', evidence: 'measured' },
  {
    area: 'Data',
    name: 'JSONata, its AWS functions and failures',
    evidence: 'measured',
    note: 'by the JavaScript engine 2.2.2, with a linear-time engine for regular expressions',
  },
  { area: 'Data', name: 'variables: scopes, assignment, order', evidence: 'measured' },
  { area: 'Data', name: 'the Context Object', evidence: 'measured' },
  {
    area: 'Distributed Map',
    name: 'items of the input, S3 lists, CSV, JSON arrays, MaxItems, batches, tolerated failures, events',
    evidence: 'measured',
  },
  {
    area: 'Distributed Map',
    name: 'rows of CSV that are too short or too long, backslashes in CSV, JSON objects, JSON Lines, Parquet, ItemsPointer, manifests of Athena and S3 inventory, LOAD_AND_FLATTEN, gzip',
    evidence: 'documented',
  },
  {
    area: 'Distributed Map',
    name: "an object that can't be read fails the state with `States.ItemReaderFailed`: damaged gzip, CSV, JSON, and Parquet, JSON nested more than 1,000 deep, a `Bucket`, `Key`, or `Prefix` that isn't a string",
    evidence: 'inferred',
    note: 'the causes are ours. A local run reads at most 256 MiB of text and 10,000,000 items from one object; AWS reads files of up to 10 GB',
  },
  {
    area: 'Distributed Map',
    name: "a `Bucket` or `Prefix` of a ResultWriter that isn't a string fails with `States.ResultWriterFailed`",
    evidence: 'inferred',
    note: 'the cause is ours',
  },
  {
    area: 'Distributed Map',
    name: 'the members of an object as items, with Map.Item.Key and Map.Item.Source',
    evidence: 'documented',
    note: 'the pair that a child receives is inferred: { Key, Value }; inline Maps take arrays only, as measured',
  },
  {
    area: 'Distributed Map',
    name: 'ResultWriter and WriterConfig',
    evidence: 'documented',
    note: 'files of 5 GiB; nothing is written where the Map Run fails, and none is pending where it succeeds',
  },
  {
    area: 'Distributed Map',
    name: 'Express children of a Map Run that fails or is stopped go on to their end',
    evidence: 'documented',
  },
  {
    area: 'Distributed Map',
    name: 'how the bytes of a batch are counted',
    evidence: 'inferred',
    note: 'those of its JSON text; a batch may have exactly the limit',
  },
  { area: 'Executions', name: '256 KiB of payload', evidence: 'measured' },
  {
    area: 'Executions',
    name: 'DataLimitExceeded is caught by its own name, never by States.ALL',
    evidence: 'documented',
  },
  {
    area: 'Executions',
    name: '25,000 events; aborted and timed-out executions',
    evidence: 'documented',
    note: 'as others have measured and reported',
  },
  {
    area: 'Executions',
    name: 'one year, five minutes, sizes of variables, 40 items side by side, 10,000 children',
    evidence: 'documented',
  },
  {
    area: 'Executions',
    name: 'names that are used once (Standard), delivery at least once (asynchronous Express)',
    evidence: 'documented',
  },
  { area: 'Executions', name: 'log records by level', evidence: 'measured' },
  {
    area: 'TestState',
    name: 'outcome, errors, next state and steps of the data, per type of state and language; a Parallel shows no steps of its input',
    evidence: 'measured',
    note: 'without the requests and responses of HTTP Tasks',
  },
  { area: 'TestState', name: 'variables after the state, and what a catcher assigns', evidence: 'documented' },
  {
    area: 'TestState',
    name: 'retries and catches of a mocked error, with their indexes and back-off',
    evidence: 'measured',
    note: 'fractions of a second are cut off',
  },
  {
    area: 'TestState',
    name: 'failures inside of a Map or Parallel meet its handlers',
    evidence: 'documented',
    note: 'as they are, also from a Distributed Map; the catcher sees the input of the state that is tested',
  },
  {
    area: 'TestState',
    name: 'errorCausedByState',
    evidence: 'inferred',
    note: 'must be there; handlers of that state are not asked, and every cause counts as a failed Task',
  },
  {
    area: 'TestState',
    name: 'Map: number of failed iterations, tolerance, items, ItemSelector',
    evidence: 'measured',
    note: 'counted against the items of the input, as the guide says',
  },
  {
    area: 'TestState',
    name: 'Map: afterItemBatcher and afterItemsPointer, data of readers as their source holds it',
    evidence: 'documented',
    note: 'the form of batches, and of lists of objects, is ours; no Parquet text',
  },
  {
    area: 'TestState',
    name: 'Map: afterItemsPath without ItemsPath, a reader without data',
    evidence: 'inferred',
    note: 'a reader without data takes the items of ItemsPath, or of an input that is an array',
  },
  {
    area: 'TestState',
    name: 'the Context Object that is made up, inside of a Map with the first item',
    evidence: 'documented',
    note: 'without Key and Source, and without a task token',
  },
  {
    area: 'TestState',
    name: 'five minutes; a Context Object needs a mock; a whole machine is checked',
    evidence: 'documented',
    note: 'the text about the Context Object follows that about the failed iterations',
  },
  {
    area: 'TestState',
    name: 'states that need a mock',
    evidence: 'measured',
    note: 'of activities, .sync and .waitForTaskToken the exception is documented, its text inferred',
  },
  {
    area: 'TestState',
    name: 'texts that are no JSON, members out of range, mocks without result and error',
    evidence: 'inferred',
    note: 'the input as StartExecution says it, the definition as CreateStateMachine, others as their neighbors',
  },
  {
    area: 'TestState',
    name: 'mocked results: types and required fields, by the three modes',
    evidence: 'measured',
    note: 'by the last models of the SDK for JavaScript 2; lengths are not checked',
  },
  {
    area: 'TestState',
    name: 'mocked results of .sync are those of the polled call; of Bedrock, those of InvokeModel',
    evidence: 'documented',
  },
  {
    area: 'TestState',
    name: 'mocked results: values and ranges of fields',
    evidence: 'inferred',
    note: 'lists that do not grow, of the services that are mocked most',
  },
  {
    area: 'Redrive',
    name: 'which executions can be redriven, until when, and the reasons why not',
    evidence: 'documented',
    note: 'for Express executions and for children of a Map Run AWS gives no reason: those words are ours; a start before 15 November 2023 is not refused',
  },
  {
    area: 'Redrive',
    name: 'from where each type of state goes on; Parallel and Map keep what was done; all anew after States.DataLimitExceeded',
    evidence: 'documented',
  },
  { area: 'Redrive', name: 'retries, time-outs of Tasks and of the execution start from zero', evidence: 'documented' },
  {
    area: 'Redrive',
    name: 'a state that runs again is not entered again',
    evidence: 'inferred',
    note: 'others report that State.EnteredTime stays; Fail is entered again, as AWS writes',
  },
  { area: 'Redrive', name: 'a redrive is one state transition', evidence: 'documented' },
  {
    area: 'Redrive',
    name: 'a state that runs again without being entered is one state transition; a Parallel or Map that goes on with what is inside is none',
    evidence: 'inferred',
  },
  {
    area: 'Redrive',
    name: 'links of the events after ExecutionRedriven, and that branches and items that had started do not start again',
    evidence: 'inferred',
    note: 'each goes on from its own last event',
  },
  {
    area: 'Redrive',
    name: 'Wait for seconds counts from the redrive; a Parallel or Map whose parts are all done evaluates its result again',
    evidence: 'inferred',
  },
  {
    area: 'Redrive',
    name: 'Map Runs: Standard children go on, Express children start anew, items that were read are kept, 1000 redrives',
    evidence: 'documented',
  },
  {
    area: 'Redrive',
    name: 'only failures of the redrive, and failures that are final, count toward the tolerated ones; a failed JSONata expression starts a new Map Run',
    evidence: 'inferred',
  },
  {
    area: 'Redrive',
    name: 'Map Runs whose role lacks states:RedriveExecution',
    evidence: 'inferred',
    note: 'fail as those that may not start children',
  },
  {
    area: 'Redrive',
    name: 'status events and metric points of redriven executions',
    evidence: 'documented',
    note: 'ExecutionTime runs from the first start; AWS does not say',
  },
  {
    area: 'Monitoring',
    name: 'status events, metric points, event patterns, evaluation of alarms',
    evidence: 'documented',
    note: 'nothing is told of the child executions of a Distributed Map',
  },
  {
    area: 'Permissions',
    name: 'error names and messages of denied calls',
    evidence: 'inferred',
    note: 'reported for Lambda and in part for ECS, derived for other services',
  },
];

/** What is different on purpose, or cannot be the same. */
export const DIFFERENCES: ReadonlyArray<{ readonly what: string; readonly why: string }> = [
  {
    what: 'Time',
    why: 'virtual: only a Wait, a backoff, or the duration of a mock takes time.',
  },
  {
    what: 'Order of concurrent events',
    why: 'the same in every run: branches and items run in their order as far as they come. On AWS it varies.',
  },
  {
    what: 'Children of a Distributed Map',
    why: 'each runs as far as it comes before the next one starts, and without the dispatch rates of AWS.',
  },
  {
    what: 'Whole numbers beyond 2⁵³ − 1',
    why: "are refused with a coded error where they enter a run, or rounded with withoutLimits: ['exactNumbers']; AWS keeps them exactly in JSONPath states. JSONata rounds them on AWS as well.",
  },
  {
    what: 'Order of keys that look like integers',
    why: 'JavaScript puts them first in objects; AWS keeps the order of the text.',
  },
  {
    what: 'Answers of services',
    why: 'come from the mocks of the test. The run itself answers only nested executions and task tokens of the same run.',
  },
  {
    what: 'An Express loop that takes no time',
    why: 'is a coded error after a million states; on AWS it runs until its five minutes are over.',
  },
  {
    what: 'Regular expressions with lookaround, back references or very many repetitions',
    why: 'are refused by name: the local engine takes linear time, so that no expression hangs a test.',
  },
  {
    what: 'Permission boundaries, service control policies, session policies',
    why: 'are not evaluated: a run says that it cannot tell.',
  },
  {
    what: 'PENDING_REDRIVE',
    why: 'child executions of a redriven Map Run wait for their turn without this status, and no event tells of it.',
  },
  {
    what: 'Redrive of very many failures',
    why: 'a Map Run with more than 10,000 unsuccessful children is refused with a coded error: no more are kept.',
  },
];
