import type { Resource, ResourceRule } from '../need';
import { call, managedRule, poll, stop } from '../needs';
import { ANY, arn, arnHead, arnOf, arnPart, named } from '../resources';
import { isOpaque, leadingOpaque, split } from '../text';
import { withKeys } from './data';
import type { IntegrationTable } from './table';

/** The queue behind a URL, `https://sqs.REGION.amazonaws.com/ACCOUNT/NAME`. */
export const queue: ResourceRule = view => {
  const text = view.args.text('QueueUrl');
  const any = { arn: `${arnHead(view, 'sqs')}*`, gaps: ['QueueUrl'] };
  if (text === undefined || text.pattern === '*') return [any];
  if (isOpaque(text.pattern)) {
    const [account, name] = [view.opaque.part(text.pattern, '/', 3), view.opaque.part(text.pattern, '/', 4)];
    const [host, region] = [view.opaque.part(text.pattern, '/', 2), view.place.region];
    return [
      account === undefined || name === undefined || host === undefined
        ? any
        : { arn: `arn:${view.place.partition}:sqs:${region}:${account}:${name}`, opaque: true },
    ];
  }
  const [, , host, account, name] = split(text.pattern, '/');
  if (name === undefined) return [any];
  const hostParts = split(host ?? '', '.');
  const region = hostParts[0] === 'sqs' && hostParts[1] !== 'us-gov' ? hostParts[1] : view.place.region;
  return [
    {
      arn: `arn:${view.place.partition}:sqs:${region}:${account}:${name}`,
      ...(text.known ? {} : { gaps: ['QueueUrl'] }),
    },
  ];
};

/** A topic; endpoints and phone numbers have no resource type. */
const topic: ResourceRule = view => {
  if (
    view.args.text('TopicArn') !== undefined &&
    (view.args.has('TopicArn') || (!view.args.has('TargetArn') && !view.args.has('PhoneNumber')))
  ) {
    return arnOf('TopicArn', arn('sns', '*'))(view);
  }
  const target = view.args.text('TargetArn');
  const isTopic = target?.known && !isOpaque(target.pattern) && !/:(endpoint|app)\//.test(target.pattern);
  if (isTopic) return [{ arn: target.pattern }];
  return view.args.has('TargetArn') || view.args.has('PhoneNumber')
    ? ANY(view)
    : arnOf('TopicArn', arn('sns', '*'))(view);
};

/** The buses of all entries. */
const buses: ResourceRule = view => {
  const bus = (name: string): string => `${arnHead(view, 'events')}event-bus/${name}`;
  const entries = view.args.items('Entries');
  if (entries === undefined || entries.length === 0) return [{ arn: bus('*'), gaps: ['Entries'] }];
  return entries.map((entry): Resource => {
    if (entry.at('').kind === 'run') return { arn: bus('*'), gaps: ['Entries'] };
    const text = entry.text('EventBusName');
    return text === undefined ? { arn: bus('default') } : named(view, 'Entries[].EventBusName', text, bus);
  });
};

/** The machine that is started: aliases and versions are authorized as their machine. */
const machine: ResourceRule = view =>
  arnOf(
    'StateMachineArn',
    arn('states', 'stateMachine:*'),
  )(view).map(resource => {
    if (isOpaque(resource.arn)) return { ...resource, opaque: true };
    const token = leadingOpaque(resource.arn);
    if (token !== undefined) return { ...resource, arn: token };
    const [name, ...qualifier] = split(resource.arn, ':').slice(6);
    return name === undefined || qualifier.length === 0
      ? resource
      : { ...resource, arn: split(resource.arn, ':').slice(0, 7).join(':') };
  });

/** The executions of the machine that a call names by ARN; an alias or version in it does not count. */
const executions: ResourceRule = view => {
  const any = { arn: `${arnHead(view, 'states')}execution:*`, gaps: ['StateMachineArn'] };
  const text = view.args.text('StateMachineArn');
  if (text === undefined || text.pattern === '*') return [any];
  const token = leadingOpaque(text.pattern);
  if (token !== undefined) {
    const parts = [3, 4, 6].map(index => arnPart(view, token, index));
    if (parts.includes(undefined)) return [any];
    const [region, account, name] = parts;
    return [{ arn: `arn:${view.place.partition}:states:${region}:${account}:execution:${name}:*`, opaque: true }];
  }
  const name = split(text.pattern, ':')[6];
  const head = split(text.pattern, ':').slice(0, 5).join(':');
  if (name === undefined) return [any];
  return [
    { arn: `${head}:execution:${name}:*`.replace(/\*:\*$/, '*'), ...(text.known ? {} : { gaps: ['StateMachineArn'] }) },
  ];
};

const SEND_KEY = ['kms:Decrypt', 'kms:GenerateDataKey*'];

/** What sends and starts: SNS, SQS, EventBridge, other executions. */
export const MESSAGING: IntegrationTable = {
  sns: {
    publish: [
      call('sns:Publish', topic, 'sns:publish publishes to the topic'),
      withKeys(SEND_KEY, 'the topic of sns:publish is encrypted with this key'),
    ],
  },
  sqs: {
    sendMessage: [
      call('sqs:SendMessage', queue, 'sqs:sendMessage sends to the queue'),
      withKeys(SEND_KEY, 'the queue of sqs:sendMessage is encrypted with this key'),
    ],
  },
  events: {
    putEvents: [call('events:PutEvents', buses, 'events:putEvents puts events on the bus')],
  },
  states: {
    startExecution: [
      call('states:StartExecution', machine, 'states:startExecution starts the other state machine'),
      poll('states:DescribeExecution', executions, "states:startExecution.sync asks for the other execution's state"),
      stop(
        'states:StopExecution',
        executions,
        'states:startExecution.sync stops the other execution when this one is stopped',
      ),
      managedRule('StepFunctionsGetEventsForStepFunctionsExecutionRule'),
    ],
  },
};
