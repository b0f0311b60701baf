/** How a behaviour of AWS is known. */
export type Basis = 'measured' | 'documented' | 'inferred';

/** One feature, and how what it does here is known. */
export interface Feature {
  readonly area: string;
  readonly feature: string;
  readonly basis: Basis;
  /** Where the knowledge is from, or what is missing. */
  readonly note: string;
}

const measured = (area: string, feature: string, note: string): Feature => ({ area, feature, basis: 'measured', note });
const documented = (area: string, feature: string, note: string): Feature => ({ area, feature, basis: 'documented', note });
const inferred = (area: string, feature: string, note: string): Feature => ({ area, feature, basis: 'inferred', note });

/** Every feature of a local run, and how its behaviour is known. */
export const FEATURES: readonly Feature[] = [
  measured('States', 'Pass, Task, Choice, Wait, Succeed, Fail, Parallel, inline Map', 'recorded runs with every event of their histories'),
  measured('States', 'Choice: every comparator, with its Path form', 'recorded runs for each comparator and type of value'),
  measured('States', 'Retry with back-off, Catch, States.ALL, time-outs, heartbeats', 'recorded runs'),
  documented('States', 'Retry with MaxDelaySeconds and JitterStrategy FULL', 'the delay is drawn from the run\'s seed, between nothing and the whole'),
  measured('States', 'Variables: Assign in every place, scopes of Parallel and Map', 'recorded runs'),
  measured('States', 'Nested query languages', 'recorded runs'),
  measured('Queries', 'JSONPath', 'recorded runs and reported results; cases that nobody recorded follow Jayway json-path 2.0.0, which agrees with all that were'),
  measured('Queries', 'Intrinsic functions', 'recorded runs for each function and its failures'),
  measured('Queries', 'JSONata: expressions, added functions, error texts', 'recorded runs; the language itself by its own suite'),
  inferred('Queries', 'JSONata: limits of time, depth and memory', 'AWS names the errors, not what is counted; here work is counted, so that a run is the same on every machine'),
  inferred('Queries', 'JSONata: answers of $parse and $hash to bad arguments', 'nobody recorded them'),
  measured('Calls', 'Lambda, DynamoDB, SNS, SQS, EventBridge, API Gateway, nested workflows, AWS SDK', 'recorded runs with answers and errors of the services'),
  documented('Calls', 'The other optimized integrations', 'called as documented; the answers are those of the test'),
  measured('Calls', '.waitForTaskToken, activities, .sync, .sync:2', 'recorded runs'),
  documented('Calls', 'HTTP Tasks', 'statuses and the time-out of a minute as documented'),
  measured('Calls', 'Credentials', 'recorded runs across accounts'),
  measured('Distributed Map', 'Items from the input, S3 lists, CSV, JSON; ItemBatcher, tolerated failures, Map Run events', 'recorded runs'),
  documented('Distributed Map', 'JSON Lines, Parquet, manifests, ItemsPointer, LOAD_AND_FLATTEN, compressed files', 'as documented'),
  documented('Distributed Map', 'ResultWriter with WriterConfig', 'as documented; the names of the files are made from the run\'s seed'),
  inferred('Distributed Map', 'Order in which child executions of one moment start and end', 'the order of the items'),
  measured('Workflow types', 'Standard and Express, synchronous and asynchronous', 'recorded runs'),
  documented('Workflow types', 'At-least-once delivery of asynchronous Express', 'a run may be delivered a second time when the test asks for it'),
  measured('Logs', 'Records at each level', 'recorded runs'),
  measured('TestState', 'Every state type, mocks, inspection data', 'recorded calls of the API'),
  inferred('TestState', 'Values and ranges of fields of mocked results', 'of the services that are mocked most, from their API references; others are compared by type and required fields'),
  measured('Limits', '256 KiB payload', 'recorded runs'),
  documented('Limits', '25,000 events, one year, five minutes, sizes of variables, concurrency of Maps', 'each can be switched off by its name'),
  documented('Monitoring', 'Status events, metric points, event patterns, alarm evaluation', 'what is not documented is refused, never taken as not raised'),
  inferred('Permissions', 'Error names and messages of denied calls', 'reported for Lambda and in part for ECS; for other services derived from how they spell their errors'),
];

/** What is knowingly not as on AWS, and why. */
export const DIFFERENCES: ReadonlyArray<readonly [what: string, why: string]> = [
  ['Integers beyond 2⁵³', 'are rounded to the nearest number of JavaScript; AWS keeps them in JSONPath'],
  ['Members of objects whose names look like integers', 'come first, as JavaScript orders them; AWS keeps the order of the text'],
  ['Regular expressions with lookaround, back references or more than 1,000 repetitions', 'are refused by name: the local engine takes linear time, so that no expression hangs a test'],
  ['Durations of states', 'are zero unless a handler says otherwise: time is virtual'],
  ['Redrive of executions and Map Runs', 'is not there yet: a local run starts from the beginning'],
  ['Status events of a Distributed Map\'s child executions', 'are not told: AWS does not document whether they exist'],
  ['Permission boundaries, service control policies and session policies', 'are not evaluated: a run says once that it cannot tell'],
  ['The ARN and the start of the nested execution in a mocked startExecution', 'are what the mock says'],
];
