/**
 * An entry of the table of error codes. The page docs/error-codes.md is generated from it.
 *
 * Only types of this file are used at run time, so the table costs nothing at startup and isn't in the package.
 */
interface ErrorCodeEntry {
  /** The problem, in one sentence. */
  readonly summary: string;
  /** The change that solves it. */
  readonly fix: string;
}

/** Every code that a StepwrightError can have, by the part of the library that raises it. */
export const ERROR_CODES = {
  'Composing a workflow': {
    CATCH_AFTER_ALL: {
      summary: 'A catcher follows one for `States.ALL`, so it is never reached.',
      fix: 'Move it before the catcher for `States.ALL`. A `catch` without `errors` catches `States.ALL`.',
    },
    CHOICE_CANNOT_END: {
      summary: "A Choice would have to end the workflow when no rule matches. A Choice state can't end a workflow.",
      fix: 'Add `.otherwise(new Succeed("…"))`, or `.otherwise(new Fail("…"))` if this must never happen.',
    },
    CONFLICTING_FIELDS: {
      summary: 'A state has two options that set the same field.',
      fix: 'Keep one of them.',
    },
    CONFLICTING_STATES: {
      summary: 'Two different states in the same scope have the same name, or one state has two different successors.',
      fix: 'Rename one of them, or use a copy with other names: `.prefixed("…")`.',
    },
    DUPLICATE_OTHERWISE: {
      summary: 'A Choice has two `otherwise()` calls.',
      fix: 'Keep one of them.',
    },
    EMPTY_SCOPE: {
      summary: 'A workflow, a branch, or the body of a Map has no state.',
      fix: 'Add a state. `new Pass("…")` does nothing.',
    },
    END_NOT_OPEN: {
      summary: 'A CDK state was given as the open end of a chain, but it already has a next state.',
      fix: 'Pass the whole CDK chain, as `next()` returns it: `Flow.fromChainable(first.next(second))`.',
    },
    FIELD_OF_OTHER_LANGUAGE: {
      summary: 'A JSONata state has a JSONPath option, or a JSONPath state has a JSONata option.',
      fix: 'Remove the option, or change the query language of the state. A state with `jsonPath: {…}` uses JSONPath.',
    },
    FIELD_OF_WORKFLOW: {
      summary: 'A definition used as a step has a field that only a whole workflow can have, such as `TimeoutSeconds`.',
      fix: 'Remove the field and set it on the workflow, or run the definition as its own workflow.',
    },
    HEARTBEAT_NOT_SHORTER: {
      summary: 'The heartbeat of a Task is not shorter than its timeout, so it never fires.',
      fix: 'Use a shorter heartbeat, or a longer timeout.',
    },
    INVALID_CONDITION: {
      summary: 'A condition of a Choice is not a JSONata expression.',
      fix: 'Write `when("{% … %}", …)`. For a CDK `Condition`, call `whenCondition(…)`.',
    },
    INVALID_STATE_NAME: {
      summary: 'The name of a state is empty, or longer than 80 characters.',
      fix: 'Use a short name and put the rest into `comment`. Prefixes count too.',
    },
    INVALID_WAIT: {
      summary: 'A Wait has no time to wait for, or more than one.',
      fix: 'Give exactly one of `duration`, `timestamp`, `jsonPath.secondsPath`, and `jsonPath.timestampPath`.',
    },
    MISSING_START_STATE: {
      summary: 'A definition used as a step has no valid `StartAt`.',
      fix: 'Set `StartAt` to the name of one of its states.',
    },
    MISSING_TARGET: {
      summary: 'A rule or a catcher continues with the next step, but there is no next step.',
      fix: 'Add a step after it, or lead it to a state such as `new Succeed("…")`.',
    },
    MIXED_QUERY_LANGUAGES: {
      summary: 'A Choice has conditions in both JSONPath and JSONata. A state has one query language.',
      fix: 'Write all conditions with `when("{% … %}")`, or all with `whenCondition(…)`.',
    },
    NOTHING_TO_CATCH: {
      summary: '`catchEach()` was called on a flow without a Task, Parallel, or Map, so its handler would never run.',
      fix: 'Call it on the flow whose errors you want to catch.',
    },
    NO_BRANCHES: {
      summary: 'A Parallel has no branch.',
      fix: 'Add one with `.branch(…)`.',
    },
    NO_ERRORS: {
      summary: 'A retrier or a catcher has an empty list of errors, so it never applies.',
      fix: 'Name at least one error, or leave `errors` out to match all errors.',
    },
    NO_RULES: {
      summary: 'A Choice has no rule. AWS rejects it.',
      fix: 'Add one with `.when("{% … %}", …)`.',
    },
    RETRY_AFTER_ALL: {
      summary: 'A retrier follows one for `States.ALL`, so it is never reached.',
      fix: 'Move it before the retrier for `States.ALL`. A `retry` without `errors` retries `States.ALL`.',
    },
    STATES_ALL_NOT_ALONE: {
      summary: 'A retrier or a catcher lists `States.ALL` together with other errors. AWS rejects it.',
      fix: 'Remove the other errors, or remove `States.ALL`.',
    },
    STATE_IN_TWO_SCOPES: {
      summary: 'The same state name is used in two scopes. Names must be unique in the whole workflow.',
      fix: 'Use a copy with other names in one of the scopes: `.prefixed("…")`.',
    },
    TIME_OUT_OF_RANGE: {
      summary: 'A timeout, heartbeat, or wait is outside the range that AWS allows.',
      fix: 'Use 1 to 99,999,999 seconds.',
    },
    UNREACHABLE_STEP: {
      summary: 'A step can never be reached, because every path before it has ended.',
      fix: 'Remove the `Fail`, `Succeed`, `end()`, or `goTo()` before it, or jump to the step with `goTo()`.',
    },
  },
  'Integrations and expressions': {
    CALLBACK_RETURNS_NOTHING: {
      summary: "A callback of the typed chain doesn't return anything.",
      fix: 'Return the step. An arrow function with braces needs a `return`.',
    },
    DURATION_NOT_WHOLE: {
      summary: 'A duration is not a whole number of the unit that the service counts in.',
      fix: 'Round it, for example to `Duration.seconds(2)`.',
    },
    EXPRESSION_AS_STRING: {
      summary:
        'An expression of the typed chain was used as a string or a number. It has no value until the workflow runs.',
      fix: 'Use the functions of `stepwright/typed`: `` str`…` ``, `add(a, b)`, `eq(a, b)`.',
    },
    EXPRESSION_IS_A_VALUE: {
      summary: 'Code reads or sets a part of an expression that has no parts until the workflow runs.',
      fix: 'Follow the fix in the message.',
    },
    INVALID_ARGUMENT_NAME: {
      summary: "An argument of a call doesn't start with a capital letter. Step Functions rejects it.",
      fix: "Write it in Pascal case, even if the service's own API doesn't.",
    },
    INVALID_ENTRY_COUNT: {
      summary: 'A `putEvents` call has no event, or more than 10.',
      fix: 'Split the events across several Tasks, or use a Map.',
    },
    INVALID_EXPRESSION: {
      summary: "A JSONata expression isn't enclosed in `{% %}`.",
      fix: 'Write `"{% … %}"`, with nothing before or after.',
    },
    INVALID_HTTP_ENDPOINT: {
      summary: 'The endpoint of an HTTP Task is not an HTTPS address.',
      fix: 'Use `https://…`, or an expression.',
    },
    INVALID_HTTP_STATUS: {
      summary: 'The status given to `Errors.httpStatus` is not the status of a failed request.',
      fix: 'Use a status such as 429 or 503. 200 to 299 are successes.',
    },
    INVALID_RESOURCE: {
      summary: 'The resource of a Task is not one that Step Functions can call.',
      fix: 'Use `service:action`, optionally with a pattern (`service:action.sync`), or the ARN of a function or an activity.',
    },
    INVALID_SDK_NAME: {
      summary: 'The service or the action of an SDK integration has the wrong case.',
      fix: 'Write the service in lowercase and the action in camel case, for example `dynamodb` and `putItem`.',
    },
    INVALID_VARIABLE_NAME: {
      summary: "The name of a variable has characters that AWS doesn't allow.",
      fix: 'Use letters, digits, and underscores, and start with a letter.',
    },
    JSON_PATH_IN_JSONATA: {
      summary: 'An argument of a JSONata state is a JSONPath.',
      fix: 'Write an expression, such as `"{% $states.input.id %}"`, or give the state a `jsonPath: {…}`.',
    },
    MISSING_ARGUMENT: {
      summary: 'A call lacks an argument that the service requires.',
      fix: 'Add the argument that the message names.',
    },
    TOKEN_NOT_SENT: {
      summary: "A Task waits for a callback but doesn't send its task token to anyone, so it can never end.",
      fix: 'Add the task token to the arguments. The message shows the expression.',
    },
    UNKNOWN_INTEGRATION: {
      summary: 'Step Functions has no optimized integration with this name.',
      fix: 'Fix the name, call the service with `Integration.awsSdk(…)`, or use `Integration.resource(…)` for one that is newer than this library.',
    },
    UNKNOWN_SDK_ACTION: {
      summary: 'The service has no action with this name.',
      fix: 'Use the name that the message suggests, or `Integration.resource(…)` for one that is newer than this library.',
    },
    UNKNOWN_SDK_SERVICE: {
      summary: 'Step Functions has no SDK integration for a service with this name.',
      fix: 'Use the name that the message suggests, or `Integration.resource(…)` for one that is newer than this library.',
    },
    UNSUPPORTED_PATTERN: {
      summary: "The integration doesn't support this pattern, such as `.sync`.",
      fix: 'Use a pattern that the message lists, or call the SDK and wait in a loop.',
    },
    VALUE_NOT_JSON: {
      summary: "A value in a workflow can't be written as JSON, such as a function or `NaN`.",
      fix: 'Use strings, finite numbers, booleans, null, lists, and objects of these.',
    },
    VARIABLE_HIDES_FUNCTION: {
      summary: "A variable has the name of a JSONata function, so that function couldn't be called anymore.",
      fix: 'Give the variable another name.',
    },
  },
  'Definitions': {
    DEFINITION_NOT_JSON: {
      summary: 'A definition is not valid JSON.',
      fix: 'Fix it at the line and column in the message. JSON allows no comments or trailing commas.',
    },
    DEFINITION_NOT_YAML: {
      summary: 'A definition is not valid YAML.',
      fix: 'Fix it at the line in the message.',
    },
    DUPLICATE_KEY: {
      summary: 'An object in a definition has the same key twice. JSON keeps only the last one.',
      fix: 'Rename or remove one of them.',
    },
    INTRINSIC_SYNTAX: {
      summary: 'An intrinsic function, such as `States.Format(…)`, has a syntax error.',
      fix: 'Fix it at the column in the message.',
    },
    INVALID_DEFINITION: {
      summary: 'A definition is not one that AWS accepts.',
      fix: 'Fix what the message names. `stepwright validate FILE` shows every problem with its place.',
    },
    JSONATA_SYNTAX: {
      summary: 'A JSONata expression has a syntax error.',
      fix: 'Fix it at the position in the message.',
    },
    NUMBER_NOT_EXACT: {
      summary: 'A number is too large or too precise for a local run to represent exactly. AWS can.',
      fix: 'Pass it as a string, or accept rounding with `withoutLimits: ["exactNumbers"]`. See [ADR 12](adr/0012-numbers-are-exact-or-refused.md).',
    },
    PATH_SYNTAX: {
      summary: 'A JSONPath or a Reference Path has a syntax error.',
      fix: 'Fix it at the column in the message.',
    },
    PAYLOAD_TEMPLATE_SYNTAX: {
      summary: 'A payload template has a key that ends in `.$`, but its value is not a path or an intrinsic function.',
      fix: 'Remove `.$` from the key, or use a path.',
    },
    PLACEHOLDER_WITHOUT_VALUE: {
      summary: 'A definition has placeholders such as `${Name}` whose values are not known.',
      fix: 'Give the values with `substitutions`, or run the template that fills them in.',
    },
    UNKNOWN_STATE: {
      summary: 'The workflow, or the scope of a `goTo()`, has no state with this name.',
      fix: "Fix the name. A `goTo()` can't leave its branch or its Map.",
    },
    UNKNOWN_STATE_TYPE: {
      summary: "A state has a `Type` that doesn't exist.",
      fix: 'Use Task, Pass, Choice, Wait, Succeed, Fail, Parallel, or Map.',
    },
    UNKNOWN_SUBSTITUTION: {
      summary: 'A definition has a placeholder `${…}` without a substitution, or a substitution has no placeholder.',
      fix: 'Fix the name, or add it to `substitutions`.',
    },
    UNKNOWN_TARGET: {
      summary: "`StartAt`, `Next`, or `Default` names a state that its scope doesn't have.",
      fix: "Name a state of the same scope. A transition can't enter or leave a branch or a Map.",
    },
    UNKNOWN_YAML_TAG: {
      summary: "A YAML tag is not the short form of a CloudFormation function, or can't be used in this file.",
      fix: 'Use the name that the message suggests. In a file with one definition, write a placeholder such as `${Name}`.',
    },
    UNUSED_SUBSTITUTION: {
      summary: "A substitution was given for a placeholder that the definition doesn't have.",
      fix: 'Remove it, or write the placeholder into the definition.',
    },
  },
  'Workflows, alarms, and rules': {
    ALARM_STANDARD_ONLY: {
      summary: 'An Express workflow was given an alarm on a metric that AWS publishes for Standard workflows only.',
      fix: 'Remove `throttled`, `transitions`, and `activities`.',
    },
    DEPLOYMENT_OUT_OF_RANGE: {
      summary: 'The percentage or the interval of a gradual deployment is out of range.',
      fix: 'Use 1 to 99 percent and whole minutes. `GradualDeployment.allAtOnce()` shifts everything.',
    },
    INVALID_ALARM_THRESHOLD: {
      summary: 'The threshold of an alarm can never be reached, or always is.',
      fix: 'Choose a value in the range that the message shows, and either a number or a percentage.',
    },
    INVALID_ALIAS_NAME: {
      summary: "AWS doesn't accept the name of an alias.",
      fix: 'Use 1 to 80 letters, digits, dots, hyphens, and underscores, and not digits alone.',
    },
    INVALID_ALIAS_ROUTING: {
      summary: "The versions, weights, or deployment of an alias don't fit together.",
      fix: 'Route to versions of one workflow, with a weight from 1 to 99 or with a gradual deployment.',
    },
    INVALID_RULE_RETRY: {
      summary: 'The retry settings of a rule are outside the range that EventBridge allows.',
      fix: 'Use 0 to 185 retries, and a maximum event age of one minute to 24 hours.',
    },
    INVALID_STRING_FILTER: {
      summary: 'A filter of a rule is a string that EventBridge rejects, or one that matches everything.',
      fix: 'Use single stars, and at least one character. Leave the filter out to match everything.',
    },
    INVALID_WORKFLOW_NAME: {
      summary: "AWS doesn't accept the name of a workflow.",
      fix: 'Use 1 to 80 letters, digits, and allowed punctuation, or let CloudFormation choose the name.',
    },
    INVALID_WORKFLOW_TIMEOUT: {
      summary: 'The timeout of a workflow is out of range, or is an expression.',
      fix: 'Use a duration from 1 to 99,999,999 seconds, or leave it out.',
    },
    LOG_LEVEL_TOO_LOW: {
      summary: "A query or a metric needs log records that the workflow's log level leaves out.",
      fix: 'Raise the log level as the message shows.',
    },
    NO_ALARMS: {
      summary: 'A composite alarm has no alarms.',
      fix: 'Ask for at least one alarm.',
    },
    NO_WORKFLOWS: {
      summary: 'A dashboard has no workflows.',
      fix: 'Give it at least one workflow.',
    },
    RULE_NEVER_MATCHES: {
      summary: 'A rule or a filter can never match an event.',
      fix: "Remove the empty list, or the filter on a field that these events don't have.",
    },
    UNKNOWN_RULE: {
      summary: "`ignoredRules` names a validation rule that doesn't exist.",
      fix: 'Use the id of a rule from [the list of rules](rules/README.md).',
    },
  },
  'Templates and cloud assemblies': {
    AMBIGUOUS_MACHINE: {
      summary: "More than one state machine fits the name, or you didn't choose one of several.",
      fix: 'Name one by its path, or by `STACK/LOGICALID`.',
    },
    ASSEMBLY_NOT_FOUND: {
      summary: "The folder of a cloud assembly doesn't exist.",
      fix: 'Run `cdk synth`, and give the `cdk.out` folder that it writes.',
    },
    FILE_NOT_FOUND: {
      summary: "A file or folder doesn't exist.",
      fix: 'Fix the path. Relative paths start at the working directory.',
    },
    INVALID_ASSEMBLY: {
      summary: 'A folder is not a complete cloud assembly.',
      fix: 'Synthesize the app again, and give the `cdk.out` folder itself.',
    },
    INVALID_KEY_VALUE: {
      summary: 'An option that takes KEY=VALUE or a file was given something else.',
      fix: 'Write KEY=VALUE, or the path of a JSON file.',
    },
    INVALID_POLICY: {
      summary: 'A policy in the template is not one that IAM accepts.',
      fix: 'Fix the statement that the message names.',
    },
    INVALID_TEMPLATE: {
      summary: 'A CloudFormation template, or one of its values, is not valid.',
      fix: 'Fix what the message names. CloudFormation would reject it, too.',
    },
    KNOWN_AFTER_APPLY: {
      summary: "A Terraform plan doesn't have a value that only `terraform apply` knows.",
      fix: 'Give the state of an applied stack, or the value with `values`.',
    },
    MACHINE_NOT_NEEDED: {
      summary: '`--machine` was given for a file that contains a single definition.',
      fix: 'Leave `--machine` out.',
    },
    OTHER_FORMAT: {
      summary: 'A file belongs to another tool and has to be converted first.',
      fix: 'Run the command in the message, and give its output.',
    },
    OUTSIDE_ASSEMBLY: {
      summary: 'A cloud assembly refers to a file outside its folder.',
      fix: 'Give the outermost `cdk.out` folder.',
    },
    TEMPLATE_CYCLE: {
      summary: 'A value or a resource of the template depends on itself.',
      fix: "Break the cycle, for example with a separate policy that the state machine doesn't depend on.",
    },
    TEMPLATE_NOT_JSON: {
      summary: 'A CloudFormation template is not valid JSON.',
      fix: 'Fix it where the message says, or give the parsed template.',
    },
    UNKNOWN_CONDITION_OPERATOR: {
      summary: "A policy uses a condition operator that IAM doesn't have.",
      fix: 'Use an operator that the message lists.',
    },
    UNKNOWN_MACHINE: {
      summary: 'The app has no state machine with this name.',
      fix: 'Use a name that the message lists. If the list is empty, check the conditions of the template.',
    },
    UNKNOWN_PARAMETER: {
      summary: '`parameters` names a parameter that no stack has.',
      fix: 'Use a name that the message lists.',
    },
    UNKNOWN_RESOURCE: {
      summary: '`values` names a resource that no stack has.',
      fix: 'Write `LOGICALID`, `LOGICALID.ATTRIBUTE`, or the same after `STACK/`.',
    },
    UNRESOLVED_VALUE: {
      summary: 'A value is known only after deployment, such as an attribute of a custom resource.',
      fix: 'Give it with `values`, `parameters`, or another option that the message names.',
    },
  },
  'Mocks and inputs': {
    AMBIGUOUS_TASK: {
      summary: 'A name fits several functions or resources.',
      fix: 'Name one by its logical ID.',
    },
    FUNCTION_IN_SEQUENCE: {
      summary: 'A sequence contains a function. A sequence consists of data.',
      fix: 'Use one function for all calls. `call.callIndex` is the position of the call, from 0.',
    },
    INPUT_NOT_JSON: {
      summary: 'The input of a run is not JSON.',
      fix: 'Fix it at the place in the message.',
    },
    INPUT_TOO_LARGE: {
      summary: 'The input is larger than 256 KiB, the limit of Step Functions.',
      fix: 'Pass large data by reference, for example as an S3 key.',
    },
    INVALID_FILE_NAME: {
      summary: 'A key of `files` is not an S3 URL.',
      fix: 'Write `s3://BUCKET/KEY`.',
    },
    INVALID_MOCK: {
      summary: 'The file or object with the mocks has an unknown field or a wrong value.',
      fix: 'Fix the field at the JSON pointer in the message.',
    },
    INVALID_MOCK_CONFIG: {
      summary: 'A mock configuration file is not one that Step Functions Local accepts.',
      fix: 'Fix it at the JSON pointer in the message.',
    },
    MISSPELLED_ERROR: {
      summary: "A mock fails with an error name that the service doesn't raise, but nearly does.",
      fix: 'Write the name in the message. Names are compared exactly.',
    },
    MOCKS_NOT_JSON: {
      summary: 'The file with the mocks is not valid JSON.',
      fix: 'Fix it at the line and column in the message.',
    },
    MOCK_NEVER_SETTLED: {
      summary: "The promise of a mock didn't settle in time.",
      fix: 'Settle the promise, or raise `settleWithinMs`. For a Task that never ends, use the mock for a pending Task.',
    },
    MOCK_RETURNED_PROMISE: {
      summary: 'A mock returned a promise in a synchronous run.',
      fix: 'Use the asynchronous run, or return the value itself.',
    },
    NOT_AN_ANSWER: {
      summary: "The callback that answers Tasks returned something that isn't an answer.",
      fix: 'Return `{ output }`, `{ error, cause }`, `{ pending: true }`, or `{ refused }`.',
    },
    NOT_A_MOCK: {
      summary: "A function that mocks a Task returned something that isn't a mock.",
      fix: 'Return a mock, such as `returns(…)` or `fails(…)`.',
    },
    NOT_A_TASK: {
      summary: 'A mock was given for a state that is not a Task.',
      fix: 'Name a Task. Other states run as they are.',
    },
    NOT_JSON: {
      summary: "A string that should contain JSON doesn't.",
      fix: 'Write it with the JSON library of your language.',
    },
    PAYLOAD_WITHOUT_FUNCTION: {
      summary: "A mock gives a function's payload, but the Task doesn't return one.",
      fix: 'Use `returns(…)` with the result of the service, or with the output that the callback sends.',
    },
    RESULT_MISMATCH: {
      summary: "A mock returns a result that the service can't return.",
      fix: "Return what the service returns, or set `fieldValidation` to `'present'` or `'none'`.",
    },
    RESULT_NOT_JSON: {
      summary: "A mock returned a value that JSON can't represent.",
      fix: 'Return what `JSON.parse(JSON.stringify(value))` would give.',
    },
    SEQUENCE_EXHAUSTED: {
      summary: 'A Task was called more often than its sequence of mocks is long.',
      fix: 'Add a mock for each further call, or use one mock instead of a sequence.',
    },
    SUBMITTED_WITHOUT_PATTERN: {
      summary: "A mock describes a submitted job, but the Task doesn't wait for one.",
      fix: 'Leave `submitted` out, or use `.sync`, `.sync:2`, or `.waitForTaskToken`.',
    },
    TASK_WITHOUT_MOCK: {
      summary: 'A Task was called that has no mock.',
      fix: 'Add the mock that the message shows.',
    },
    UNKNOWN_CASE: {
      summary: 'A mock configuration file has no state machine or test case with this name.',
      fix: 'Use a name that the message lists.',
    },
    UNKNOWN_TASK: {
      summary: "A mock names a Task, function, or resource that the workflow doesn't have.",
      fix: 'Name a Task, a function by its logical ID or name, or a resource such as `dynamodb:putItem`.',
    },
    WORKER_WITHOUT_ACTIVITY: {
      summary: "A mock names a worker, but the Task doesn't call an activity.",
      fix: 'Leave `workerName` out.',
    },
  },
  'Local runs': {
    CANNOT_DELIVER_TWICE: {
      summary: '`deliverTwice` was set for a workflow that runs exactly once.',
      fix: 'Leave it out. Only asynchronous Express executions can run twice.',
    },
    DUPLICATE_TASK_TOKEN: {
      summary: 'Two runs that share task tokens produced the same token.',
      fix: 'Give the runs different seeds.',
    },
    ENDLESS_LOOP: {
      summary: 'The execution entered a very large number of states without any time passing.',
      fix: 'Add an exit to the loop. On AWS it would run until it times out.',
    },
    EXECUTION_ALREADY_EXISTS: {
      summary: 'A Standard workflow was started twice with the same execution name.',
      fix: 'Give each execution its own name.',
    },
    EXECUTION_NOT_REDRIVABLE: {
      summary: "AWS wouldn't redrive this execution.",
      fix: 'Start a new execution. For a Map Run, redrive the execution that started it.',
    },
    EXPRESS_CANNOT_SYNC: {
      summary: "A Task waits for an Express workflow with `.sync`, which Step Functions doesn't support.",
      fix: 'Call `aws-sdk:sfn:startSyncExecution`, or make the child a Standard workflow.',
    },
    INVALID_ABORT_TIME: {
      summary: 'The time at which to stop an execution is not a number of seconds from 0.',
      fix: 'Give the seconds from the start, or leave it out.',
    },
    INVALID_REDRIVE_TIME: {
      summary: 'The time at which to redrive an execution is not a number from 0.',
      fix: 'Give the time between the end of the run and its redrive, or leave it out.',
    },
    INVALID_START_TIME: {
      summary: '`startTime` is not a valid date.',
      fix: 'Use ISO 8601, for example `"2024-01-01T00:00:00Z"`, or a `Date`.',
    },
    NOT_A_RUN: {
      summary: 'A matcher or a redrive got something that is not the result of a local run.',
      fix: 'Pass what `run()` resolves to. Await it first.',
    },
    ROLE_CANNOT_CREATE_RULE: {
      summary:
        'The role lacks the permission to create the rule that a `.sync` Task needs. AWS rejects the state machine.',
      fix: 'Add the statement that the message shows to the role.',
    },
    RUN_STUCK: {
      summary: 'The execution waits for something that never happens.',
      fix: 'Give the Task a timeout or a mock that ends.',
    },
    STACK_WITHOUT_APP: {
      summary: "The stack is in no `App` or `Stage`, so it can't be synthesized.",
      fix: 'Create it in an app: `new MyStack(new App(), …)`.',
    },
    TASK_ALREADY_ENDED: {
      summary: 'A task token was used after its Task had ended.',
      fix: 'Use a token once, while its Task is waiting.',
    },
    TOO_MANY_EXECUTIONS: {
      summary: 'One run started too many executions.',
      fix: 'Make sure that no workflow starts itself without end.',
    },
    TOO_MANY_TO_REDRIVE: {
      summary: 'A Map Run has more unsuccessful child executions than a local run keeps for a redrive.',
      fix: 'Run it with fewer failing items.',
    },
    UNKNOWN_LIMIT: {
      summary: "`withoutLimits` names a limit that doesn't exist.",
      fix: 'Use a name that the message lists.',
    },
    UNKNOWN_TASK_TOKEN: {
      summary: 'No Task of the run has this task token.',
      fix: 'Use the token of the call, and give the same tokens object to the run.',
    },
  },
  'Alarms and rules in a local run': {
    ALARM_UNCERTAIN: {
      summary: "Data points are missing, and AWS doesn't document how CloudWatch evaluates the alarm without them.",
      fix: 'Let the runs fill the periods, use longer periods, or give data points.',
    },
    AMBIGUOUS_ALARM: {
      summary: 'Several alarms have this name.',
      fix: 'Give more of the path, or the construct itself.',
    },
    AMBIGUOUS_EVENT_RULE: {
      summary: 'Several EventBridge rules have this name.',
      fix: 'Give more of the path, or the construct itself.',
    },
    MISSING_METRIC_DATA: {
      summary: "An alarm watches a metric that a local run doesn't produce.",
      fix: 'Give its data points to the matcher.',
    },
    NO_APP: {
      summary: 'The run has only a definition, so there are no alarms or rules to evaluate.',
      fix: 'Load the workflow from a stack, a template, or a cloud assembly.',
    },
    UNKNOWN_ALARM: {
      summary: 'The app has no alarm with this name.',
      fix: 'Use a name that the message lists.',
    },
    UNKNOWN_EVENT_RULE: {
      summary: 'The app has no EventBridge rule with this name.',
      fix: 'Use a name that the message lists.',
    },
    UNKNOWN_METRIC: {
      summary: 'Step Functions emits no such metric, or emits it with other dimensions, so the alarm never fires.',
      fix: 'Watch a metric that exists, with its dimensions.',
    },
    UNKNOWN_STATISTIC: {
      summary: "An alarm uses a statistic that a local run can't compute.",
      fix: 'Use a statistic that the message lists.',
    },
    UNSUPPORTED_ALARM: {
      summary: "An alarm uses properties that a local run doesn't support, so its state can't be evaluated.",
      fix: "Use only the properties that the message lists, or don't assert on this alarm.",
    },
    UNSUPPORTED_EVENT_PATTERN: {
      summary: "The pattern of a rule uses an operator that a local run doesn't support.",
      fix: 'Use an operator that the message lists.',
    },
    UNSUPPORTED_EVENT_RULE: {
      summary: "A rule listens to events that a local run doesn't emit.",
      fix: 'Assert on its pattern with an event of your own.',
    },
    UNSUPPORTED_LOG_FILTER: {
      summary: 'The filter pattern of a metric filter is not one that a local run can evaluate.',
      fix: 'Write it as a JSON pattern: `{ $.member = "text" && … }`.',
    },
    UNSUPPORTED_METRIC_MATH: {
      summary: 'The math expression of an alarm is not one that a local run can evaluate.',
      fix: 'Use the operators and functions that the message lists.',
    },
  },
  'Drawing workflows and runs': {
    FILE_NOT_WRITTEN: {
      summary: 'A picture or page cannot be written to the file that was named.',
      fix: 'Create the folder, or name a file that you may write.',
    },
    INVALID_HISTORY: {
      summary: 'A file is not an execution history as `aws stepfunctions get-execution-history` prints it.',
      fix: 'Save the whole output of the command: an object with `events`.',
    },
    MERMAID_TOO_LARGE: {
      summary: 'A workflow is larger than the limits of Mermaid: 500 edges and 50,000 characters.',
      fix: 'Draw it as SVG or HTML, which have no limits.',
    },
  },
} as const satisfies Record<string, Record<string, ErrorCodeEntry>>;

/**
 * Exceptions of the Step Functions API. `testState` refuses a request exactly as AWS does, with AWS's code and message.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html#API_TestState_Errors
 */
export const AWS_EXCEPTIONS = {
  InvalidDefinition: 'The definition is not valid.',
  InvalidExecutionInput: 'The input is not valid JSON.',
  ValidationException: 'A field of the request is not valid.',
} as const;

type Groups = typeof ERROR_CODES;

/** A code of a StepwrightError. */
export type ErrorCode = { [G in keyof Groups]: keyof Groups[G] }[keyof Groups] | keyof typeof AWS_EXCEPTIONS;
