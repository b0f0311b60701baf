import type { CallView, NeedRule, Resource, ResourceRule } from '../need';
import { call, managedRule, passing, passRole, poll, roleResource, stop, when } from '../needs';
import { ANY, all, arn, arnHead, arnOrName, arnPart, isArn, named } from '../resources';
import { isOpaque, split } from '../text';
import type { IntegrationTable } from './table';

/** The function that a call names: a name, `name:qualifier`, a partial or a whole ARN; `Qualifier` adds to it. */
export const lambdaFunction: ResourceRule = view => {
  const qualifier = view.args.text('Qualifier');
  const resource = named(view, 'FunctionName', view.args.text('FunctionName'), name => functionArn(view, name));
  if (qualifier === undefined) return [resource];
  const gaps = [...(resource.gaps ?? []), ...(qualifier.known ? [] : ['Qualifier'])];
  return [{ ...resource, arn: `${resource.arn}:${qualifier.pattern}`, ...(gaps.length ? { gaps } : {}) }];
};

function functionArn(view: CallView, name: string): string {
  const partial = split(name, ':');
  if (!isOpaque(name) && partial.length >= 3 && partial[1] === 'function') {
    return `arn:${view.place.partition}:lambda:${view.place.region}:${name}`;
  }
  return `${arnHead(view, 'lambda')}function:${name}`;
}

const jobDefinition: ResourceRule = view => {
  const resource = named(
    view,
    'JobDefinition',
    view.args.text('JobDefinition'),
    name => `${arnHead(view, 'batch')}job-definition/${name}`,
  );
  const known = resource.arn.split('job-definition/')[1];
  // without a revision the newest one is used: the call is held against both forms
  const anyRevision = known !== undefined && !split(known, ':')[1] && known !== '*' && !resource.opaque;
  return anyRevision || resource.opaque ? [resource, { ...resource, arn: `${resource.arn}:*` }] : [resource];
};

const batchJobs = arn('batch', 'job/*');

const taskDefinition: ResourceRule = view => [
  named(view, 'TaskDefinition', view.args.text('TaskDefinition'), name => {
    const revision = split(name, ':')[1];
    return `${arnHead(view, 'ecs')}task-definition/${revision || name === '*' ? name : `${name}:*`}`;
  }),
];

/** The tasks of the cluster that the call names by name or ARN. */
const clusterTasks: ResourceRule = view => {
  const text = view.args.text('Cluster') ?? { pattern: 'default', known: true };
  const tasks = (cluster: string): string => `${arnHead(view, 'ecs')}task/${cluster}/*`;
  if (!text.known) {
    return [
      { arn: tasks(isArn(view, text.pattern) ? '*' : text.pattern).replace('task/*/*', 'task/*'), gaps: ['Cluster'] },
    ];
  }
  if (!isArn(view, text.pattern)) return [{ arn: tasks(text.pattern) }];
  const name = isOpaque(text.pattern) ? view.opaque.part(text.pattern, '/', 1) : split(text.pattern, '/')[1];
  return [name === undefined ? { arn: `${arnHead(view, 'ecs')}task/*`, gaps: ['Cluster'] } : { arn: tasks(name) }];
};

/** The roles of the task definition are not in the call: they come from who knows the task definition, or from overrides. */
const taskRoles: NeedRule = view => {
  const overrides = ['Overrides.TaskRoleArn', 'Overrides.ExecutionRoleArn'].flatMap((field): Resource[] => {
    const text = view.args.text(field);
    return text === undefined || (view.args.at(field).kind === 'run' && !view.args.has(field))
      ? []
      : [roleResource(view, field, text.pattern, text.known)];
  });
  const own: Resource[] =
    view.passRoles === undefined
      ? [{ arn: '*', gaps: ['TaskDefinition'] }]
      : view.passRoles.map(role => ({ arn: role }));
  const roles = [...own, ...overrides];
  return roles.length === 0
    ? []
    : [
        passing(
          roles,
          'ecs-tasks.amazonaws.com',
          'the task and execution roles of the task definition are handed to ECS',
        ),
      ];
};

const ecsTasks = arn('ecs', 'task/*');

const project = arnOrName('ProjectName', 'codebuild', 'project/{}');

/** The project in a build's id, `project:uuid` or its ARN. */
function projectOf(field: string): ResourceRule {
  const ofId = (view: CallView, text: string, known: boolean): Resource => {
    if (isOpaque(text) || text === '*') return { arn: `${arnHead(view, 'codebuild')}project/*`, gaps: [field] };
    const id = isArn(view, text) ? (arnPart(view, text, 5) ?? '') : text;
    const name = split(id, ':')[0].replace(/^build(-batch)?\//, '');
    return {
      arn: `${arnHead(view, 'codebuild')}project/${name}`,
      ...(known || split(id, ':').length > 1 ? {} : { gaps: [field] }),
    };
  };
  return view => {
    const items = view.args.items(field);
    const texts = items && items.length > 0 ? items.map(item => item.text('')) : [view.args.text(field)];
    return texts.map(text => ofId(view, text?.pattern ?? '*', text?.known ?? false));
  };
}

/** Report groups, from the ARNs of reports: `report/GROUP:uuid`. */
const reportGroups: ResourceRule = view => {
  const reports = view.args.items('ReportArns')?.map(item => item.text('')?.pattern) ?? [];
  return (reports.length > 0 ? reports : [undefined]).map(report => {
    const [, group] = /:report\/([^:]+):/.exec(report ?? '') ?? [];
    return group === undefined
      ? { arn: `${arnHead(view, 'codebuild')}report-group/*`, gaps: ['ReportArns'] }
      : { arn: report!.replace(/:report\/.*$/, `:report-group/${group}`) };
  });
};

const cluster = (field: string): ResourceRule => arn('eks', `cluster/{${field}}`);
const fargateProfile = arn('eks', 'fargateprofile/{ClusterName}/{FargateProfileName}/*');
const nodegroup = arn('eks', 'nodegroup/{ClusterName}/{NodegroupName}/*');
const nodeRole: ResourceRule = view => {
  const text = view.args.text('NodeRole');
  return [
    roleResource(
      view,
      'NodeRole',
      text?.pattern ?? `arn:${view.place.partition}:iam::${view.place.account}:role/*`,
      text?.known ?? false,
    ),
  ];
};

/** What runs code: Lambda, Batch, ECS, CodeBuild, EKS. */
export const COMPUTE: IntegrationTable = {
  lambda: {
    invoke: [call('lambda:InvokeFunction', lambdaFunction, 'lambda:invoke calls the function')],
  },
  batch: {
    submitJob: [
      call(
        'batch:SubmitJob',
        all(jobDefinition, arnOrName('JobQueue', 'batch', 'job-queue/{}'), batchJobs),
        'batch:submitJob submits a job of the definition to the queue',
      ),
      when('Tags', call('batch:TagResource', batchJobs, 'batch:submitJob with Tags tags the job')),
      poll(
        'batch:DescribeJobs',
        ANY,
        "batch:submitJob.sync asks for the job's state; DescribeJobs has no resource type",
      ),
      stop('batch:TerminateJob', batchJobs, 'batch:submitJob.sync ends the job when the execution is stopped'),
      managedRule('StepFunctionsGetEventsForBatchJobsRule'),
    ],
  },
  ecs: {
    runTask: [
      call('ecs:RunTask', taskDefinition, 'ecs:runTask runs the task definition'),
      taskRoles,
      ...['Tags', 'PropagateTags'].map(field =>
        when(
          field,
          call('ecs:TagResource', ecsTasks, 'ecs:runTask tags the task', {
            conditions: { StringEquals: { 'ecs:CreateAction': ['RunTask'] } },
          }),
        ),
      ),
      poll('ecs:DescribeTasks', clusterTasks, "ecs:runTask.sync asks for the task's state"),
      stop('ecs:StopTask', clusterTasks, 'ecs:runTask.sync stops the task when the execution is stopped'),
      managedRule('StepFunctionsGetEventsForECSTaskRule'),
    ],
  },
  codebuild: {
    startBuild: [
      call('codebuild:StartBuild', project, 'codebuild:startBuild builds the project'),
      poll('codebuild:BatchGetBuilds', project, "codebuild:startBuild.sync asks for the build's state"),
      stop('codebuild:StopBuild', project, 'codebuild:startBuild.sync stops the build when the execution is stopped'),
      managedRule('StepFunctionsGetEventForCodeBuildStartBuildRule'),
    ],
    stopBuild: [call('codebuild:StopBuild', projectOf('Id'), 'codebuild:stopBuild stops a build of the project')],
    batchDeleteBuilds: [
      call(
        'codebuild:BatchDeleteBuilds',
        projectOf('Ids'),
        'codebuild:batchDeleteBuilds deletes builds of the project',
      ),
    ],
    batchGetReports: [
      call('codebuild:BatchGetReports', reportGroups, 'codebuild:batchGetReports reads reports of the group'),
    ],
    startBuildBatch: [
      call('codebuild:StartBuildBatch', project, 'codebuild:startBuildBatch builds the project'),
      poll('codebuild:BatchGetBuildBatches', project, "codebuild:startBuildBatch.sync asks for the batch's state"),
      stop(
        'codebuild:StopBuildBatch',
        project,
        'codebuild:startBuildBatch.sync stops the batch when the execution is stopped',
      ),
      managedRule('StepFunctionsGetEventForCodeBuildStartBuildBatchRule'),
    ],
    stopBuildBatch: [
      call('codebuild:StopBuildBatch', projectOf('Id'), 'codebuild:stopBuildBatch stops a batch of the project'),
    ],
    retryBuildBatch: [
      call('codebuild:RetryBuildBatch', projectOf('Id'), 'codebuild:retryBuildBatch builds the project again'),
      poll(
        'codebuild:BatchGetBuildBatches',
        projectOf('Id'),
        "codebuild:retryBuildBatch.sync asks for the batch's state",
      ),
      stop(
        'codebuild:StopBuildBatch',
        projectOf('Id'),
        'codebuild:retryBuildBatch.sync stops the batch when the execution is stopped',
      ),
    ],
    deleteBuildBatch: [
      call('codebuild:DeleteBuildBatch', projectOf('Id'), 'codebuild:deleteBuildBatch deletes a batch of the project'),
    ],
  },
  eks: {
    createCluster: [
      call('eks:CreateCluster', ANY, 'eks:createCluster creates a cluster; CreateCluster has no resource type'),
      passRole('RoleArn', 'eks.amazonaws.com'),
      poll('eks:DescribeCluster', cluster('Name'), "eks:createCluster.sync asks for the cluster's state"),
      stop(
        'eks:DeleteCluster',
        cluster('Name'),
        'eks:createCluster.sync deletes the cluster when the execution is stopped',
      ),
    ],
    deleteCluster: [
      call('eks:DeleteCluster', cluster('Name'), 'eks:deleteCluster deletes the cluster'),
      poll('eks:DescribeCluster', cluster('Name'), "eks:deleteCluster.sync asks for the cluster's state"),
    ],
    createFargateProfile: [
      call(
        'eks:CreateFargateProfile',
        cluster('ClusterName'),
        'eks:createFargateProfile adds a profile to the cluster',
      ),
      passRole('PodExecutionRoleArn', 'eks.amazonaws.com'),
      poll('eks:DescribeFargateProfile', fargateProfile, "eks:createFargateProfile.sync asks for the profile's state"),
      stop(
        'eks:DeleteFargateProfile',
        fargateProfile,
        'eks:createFargateProfile.sync deletes the profile when the execution is stopped',
      ),
    ],
    deleteFargateProfile: [
      call('eks:DeleteFargateProfile', fargateProfile, 'eks:deleteFargateProfile deletes the profile'),
      poll('eks:DescribeFargateProfile', fargateProfile, "eks:deleteFargateProfile.sync asks for the profile's state"),
    ],
    createNodegroup: [
      call('eks:CreateNodegroup', cluster('ClusterName'), 'eks:createNodegroup adds a node group to the cluster'),
      call(
        'ec2:DescribeSubnets',
        ANY,
        'eks:createNodegroup looks at the subnets; DescribeSubnets has no resource type',
      ),
      call(
        ['iam:GetRole', 'iam:ListAttachedRolePolicies'],
        nodeRole,
        'eks:createNodegroup looks at the role of the nodes',
      ),
      passRole('NodeRole', 'eks.amazonaws.com'),
      poll('eks:DescribeNodegroup', nodegroup, "eks:createNodegroup.sync asks for the node group's state"),
      stop(
        'eks:DeleteNodegroup',
        nodegroup,
        'eks:createNodegroup.sync deletes the node group when the execution is stopped',
      ),
    ],
    deleteNodegroup: [
      call('eks:DeleteNodegroup', nodegroup, 'eks:deleteNodegroup deletes the node group'),
      poll('eks:DescribeNodegroup', nodegroup, "eks:deleteNodegroup.sync asks for the node group's state"),
    ],
    // Kubernetes itself decides: the cluster's access entries and RBAC, not IAM
    runJob: [],
    call: [],
  },
};
