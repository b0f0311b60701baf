import type { NeedRule, ResourceRule } from '../need';
import { call, managedRule, passRole, poll, stop } from '../needs';
import { all, arn, arnHead, arnOf, arnPart, named } from '../resources';
import type { Conditions } from '../statement';
import { GAP, isOpaque, split } from '../text';
import type { IntegrationTable } from './table';

/** An API's method and path: `API.execute-api.REGION.amazonaws.com`, stage, method, path. */
const apiMethod: ResourceRule = view => {
  const gaps: string[] = [];
  const textOf = (field: string, absent: string): string => {
    const text = view.args.text(field);
    if (text !== undefined && !text.known) gaps.push(field);
    return text?.pattern ?? absent;
  };
  const endpoint = (view.args.text('ApiEndpoint') ?? GAP).pattern;
  const hosts = split(endpoint.replace(/^https?:\/\//, ''), '.');
  const api =
    hosts.length >= 3 && hosts[1] === 'execute-api'
      ? hosts[0]
      : isOpaque(endpoint)
        ? view.opaque.part(endpoint, '.', 0)
        : undefined;
  const region = hosts[1] === 'execute-api' && hosts[2] && !hosts[2].includes('*') ? hosts[2] : view.place.region;
  if (api === undefined || api === '*') gaps.push('ApiEndpoint');
  const path = textOf('Path', '*').replace(/^\//, '');
  const resource = `arn:${view.place.partition}:execute-api:${region}:${view.place.account}:${api ?? '*'}/${textOf('Stage', '*')}/${textOf('Method', '*')}/${path}`;
  return [{ arn: resource, ...(gaps.length ? { gaps } : {}) }];
};

/** Only IAM_ROLE asks IAM for the role's permission. */
const invokeApi: NeedRule = view => {
  const type = view.args.text('AuthType');
  return type?.pattern === 'IAM_ROLE' || (type !== undefined && !type.known && view.args.has('AuthType'))
    ? call('execute-api:Invoke', apiMethod, 'apigateway:invoke with AuthType IAM_ROLE calls the API')(view)
    : [];
};

/** Method and endpoint as conditions: the action has no resource type. */
const invokeEndpoint: NeedRule = view => {
  const [method, endpoint] = [view.args.text('Method') ?? GAP, view.args.text('ApiEndpoint') ?? GAP];
  const conditions: Conditions = {
    ...(method.known ? { StringEquals: { 'states:HTTPMethod': [method.pattern] } } : {}),
    ...(endpoint.pattern === '*'
      ? {}
      : { StringLike: { 'states:HTTPEndpoint': [`${endpoint.pattern}*`.replace(/\*{2,}$/, '*')] } }),
  };
  const gaps = [...(method.known ? [] : ['Method']), ...(endpoint.known ? [] : ['ApiEndpoint'])];
  return [
    {
      actions: ['states:InvokeHTTPEndpoint'],
      resources: [{ arn: '*', ...(gaps.length ? { gaps } : {}) }],
      ...(Object.keys(conditions).length ? { conditions } : {}),
      context: { 'states:HTTPMethod': [method.pattern], 'states:HTTPEndpoint': [endpoint.pattern] },
      phase: 'call',
      reason: 'http:invoke calls the endpoint; InvokeHTTPEndpoint has no resource type, so conditions narrow it',
    },
  ];
};

/** The connection is given in one of two places. */
function connectionField(view: Parameters<ResourceRule>[0]): string {
  return view.args.at('InvocationConfig.ConnectionArn').kind === 'json'
    ? 'InvocationConfig.ConnectionArn'
    : 'Authentication.ConnectionArn';
}

const connection: ResourceRule = view => arnOf(connectionField(view), arn('events', 'connection/*'))(view);

/** EventBridge keeps a connection's secret under the connection's name. */
const connectionSecret: ResourceRule = view => {
  const field = connectionField(view);
  const text = view.args.text(field) ?? GAP;
  const partition = text.pattern.startsWith('arn:') ? arnPart(view, text.pattern, 1) : view.place.partition;
  const secret = (region: string, account: string, name: string): string =>
    `arn:${partition}:secretsmanager:${region}:${account}:secret:events!connection/${name}`;
  const [region, account] = [arnPart(view, text.pattern, 3), arnPart(view, text.pattern, 4)];
  const name = isOpaque(text.pattern) ? view.opaque.part(text.pattern, '/', 1) : split(text.pattern, '/')[1];
  if (!region || !account || !name || name === '*') {
    return [{ arn: secret(view.place.region, view.place.account, '*'), gaps: [field] }];
  }
  return [
    {
      arn: secret(region, account, `${name}/*`),
      ...(text.known ? {} : { gaps: [field] }),
      ...(isOpaque(text.pattern) ? { opaque: true as const } : {}),
    },
  ];
};

/** A part of MediaConvert that a job names by name or ARN; any, where it names none. */
function mediaPart(field: string, kind: string): ResourceRule {
  return view => [
    view.args.has(field)
      ? named(view, field, view.args.text(field), name => `${arnHead(view, 'mediaconvert')}${kind}/${name}`)
      : { arn: `${arnHead(view, 'mediaconvert')}${kind}/*` },
  ];
}

const mediaJob = { conditions: { StringEquals: { 'aws:ResourceTag/ManagedByService': ['AWSStepFunctions'] } } };

/** What is called over HTTP: API Gateway, third parties, MediaConvert. */
export const WEB: IntegrationTable = {
  apigateway: {
    invoke: [invokeApi],
  },
  http: {
    invoke: [
      invokeEndpoint,
      call('events:RetrieveConnectionCredentials', connection, 'http:invoke takes its credentials from the connection'),
      call(
        ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'],
        connectionSecret,
        'http:invoke reads the secret of the connection',
      ),
    ],
  },
  mediaconvert: {
    createJob: [
      call(
        'mediaconvert:CreateJob',
        all(mediaPart('Queue', 'queues'), mediaPart('JobTemplate', 'jobTemplates'), arn('mediaconvert', 'presets/*')),
        'mediaconvert:createJob makes a job for the queue',
      ),
      passRole('Role', 'mediaconvert.amazonaws.com'),
      view =>
        poll(
          'mediaconvert:GetJob',
          arn('mediaconvert', 'jobs/*'),
          "mediaconvert:createJob.sync asks for the job's state",
        )(view).map(need => ({ ...need, ...mediaJob })),
      view =>
        stop(
          'mediaconvert:CancelJob',
          arn('mediaconvert', 'jobs/*'),
          'mediaconvert:createJob.sync cancels the job when the execution is stopped',
        )(view).map(need => ({ ...need, ...mediaJob })),
      managedRule('StepFunctionsGetEventsForMediaConvertJobRule'),
    ],
  },
};
