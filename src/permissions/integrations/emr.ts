import type { NeedRule } from '../need';
import { call, managedRule, passRole, poll, roleResource, serviceLinkedRole, stop, when } from '../needs';
import { ANY, arn } from '../resources';
import type { IntegrationTable } from './table';

const anyCluster = arn('elasticmapreduce', 'cluster/*');
const cluster = arn('elasticmapreduce', 'cluster/{ClusterId}');
const virtualCluster = arn('emr-containers', '/virtualclusters/{Id}');
const application = arn('emr-serverless', '/applications/{ApplicationId}');
const APPLICATION_RULE = managedRule('StepFunctionsGetEventsForEMRServerlessApplicationRule');
const JOB_RULE = managedRule('StepFunctionsGetEventsForEMRServerlessJobRule');

/** EMR takes roles by name or ARN, and hands each to another service; the conditions are those of AmazonEMRFullAccessPolicy_v2. */
function emrRole(field: string, service: string): NeedRule {
  return view => {
    const text = view.args.text(field);
    if (text === undefined) return [];
    return [
      {
        actions: ['iam:PassRole'],
        resources: [roleResource(view, field, text.pattern, text.known)],
        conditions: { StringLike: { 'iam:PassedToService': [`${service}*`] } },
        context: { 'iam:PassedToService': [service] },
        phase: 'call',
        reason: `${field} is handed to ${service}`,
        passesRole: true,
      },
    ];
  };
}

/** EMR on EC2, on EKS and serverless. */
export const EMR: IntegrationTable = {
  'elasticmapreduce': {
    createCluster: [
      call(
        'elasticmapreduce:RunJobFlow',
        ANY,
        'elasticmapreduce:createCluster creates a cluster; RunJobFlow has no resource type',
      ),
      emrRole('ServiceRole', 'elasticmapreduce.amazonaws.com'),
      emrRole('JobFlowRole', 'ec2.amazonaws.com'),
      emrRole('AutoScalingRole', 'application-autoscaling.amazonaws.com'),
      when(
        'Tags',
        call('elasticmapreduce:AddTags', anyCluster, 'elasticmapreduce:createCluster with Tags tags the cluster'),
      ),
      serviceLinkedRole(
        'elasticmapreduce.amazonaws.com*/AWSServiceRoleForEMRCleanup*',
        {
          StringEquals: {
            'iam:AWSServiceName': ['elasticmapreduce.amazonaws.com', 'elasticmapreduce.amazonaws.com.cn'],
          },
        },
        "elasticmapreduce:createCluster makes EMR's service-linked role if the account has none",
      ),
      poll(
        'elasticmapreduce:DescribeCluster',
        anyCluster,
        "elasticmapreduce:createCluster.sync asks for the cluster's state",
      ),
      stop(
        'elasticmapreduce:TerminateJobFlows',
        anyCluster,
        'elasticmapreduce:createCluster.sync ends the cluster when the execution is stopped',
      ),
      managedRule('StepFunctionsGetEventForEMRRunJobFlowRule'),
    ],
    setClusterTerminationProtection: [
      call(
        'elasticmapreduce:SetTerminationProtection',
        cluster,
        'elasticmapreduce:setClusterTerminationProtection changes the cluster',
      ),
    ],
    terminateCluster: [
      call('elasticmapreduce:TerminateJobFlows', cluster, 'elasticmapreduce:terminateCluster ends the cluster'),
      poll(
        'elasticmapreduce:DescribeCluster',
        cluster,
        "elasticmapreduce:terminateCluster.sync asks for the cluster's state",
      ),
      managedRule('StepFunctionsGetEventForEMRTerminateJobFlowsRule'),
    ],
    addStep: [
      call('elasticmapreduce:AddJobFlowSteps', cluster, 'elasticmapreduce:addStep adds a step to the cluster'),
      when('ExecutionRoleArn', passRole('ExecutionRoleArn', 'elasticmapreduce.amazonaws.com')),
      poll('elasticmapreduce:DescribeStep', cluster, "elasticmapreduce:addStep.sync asks for the step's state"),
      stop(
        'elasticmapreduce:CancelSteps',
        cluster,
        'elasticmapreduce:addStep.sync cancels the step when the execution is stopped',
      ),
      managedRule('StepFunctionsGetEventForEMRAddJobFlowStepsRule'),
    ],
    cancelStep: [
      call('elasticmapreduce:CancelSteps', cluster, 'elasticmapreduce:cancelStep cancels a step of the cluster'),
    ],
    modifyInstanceFleetByName: [
      call(
        ['elasticmapreduce:ListInstanceFleets', 'elasticmapreduce:ModifyInstanceFleet'],
        cluster,
        'elasticmapreduce:modifyInstanceFleetByName finds and changes a fleet of the cluster',
      ),
    ],
    modifyInstanceGroupByName: [
      call(
        ['elasticmapreduce:ListInstanceGroups', 'elasticmapreduce:ModifyInstanceGroups'],
        cluster,
        'elasticmapreduce:modifyInstanceGroupByName finds and changes a group of the cluster',
      ),
    ],
  },
  'emr-containers': {
    createVirtualCluster: [
      call(
        'emr-containers:CreateVirtualCluster',
        ANY,
        'emr-containers:createVirtualCluster creates a virtual cluster; CreateVirtualCluster has no resource type',
      ),
      when(
        'Tags',
        call(
          'emr-containers:TagResource',
          arn('emr-containers', '/virtualclusters/*'),
          'emr-containers:createVirtualCluster with Tags tags the virtual cluster',
        ),
      ),
      serviceLinkedRole(
        'emr-containers.amazonaws.com/AWSServiceRoleForAmazonEMRContainers',
        { StringLike: { 'iam:AWSServiceName': ['emr-containers.amazonaws.com'] } },
        "emr-containers:createVirtualCluster makes EMR's service-linked role if the account has none",
      ),
    ],
    deleteVirtualCluster: [
      call(
        'emr-containers:DeleteVirtualCluster',
        virtualCluster,
        'emr-containers:deleteVirtualCluster deletes the virtual cluster',
      ),
      poll(
        'emr-containers:DescribeVirtualCluster',
        virtualCluster,
        'emr-containers:deleteVirtualCluster.sync asks for its state',
      ),
    ],
    startJobRun: [
      view => {
        const role = view.args.text('ExecutionRoleArn');
        const narrowed =
          role !== undefined && role.pattern !== '*'
            ? {
                conditions: {
                  [role.known ? 'StringEquals' : 'StringLike']: { 'emr-containers:ExecutionRoleArn': [role.pattern] },
                },
              }
            : {};
        return call(
          'emr-containers:StartJobRun',
          arn('emr-containers', '/virtualclusters/{VirtualClusterId}'),
          'emr-containers:startJobRun runs a job with this role',
          narrowed,
        )(view);
      },
      when(
        'Tags',
        call(
          'emr-containers:TagResource',
          arn('emr-containers', '/virtualclusters/{VirtualClusterId}/jobruns/*'),
          'emr-containers:startJobRun with Tags tags the job run',
        ),
      ),
      poll(
        'emr-containers:DescribeJobRun',
        arn('emr-containers', '/virtualclusters/{VirtualClusterId}/jobruns/*'),
        "emr-containers:startJobRun.sync asks for the run's state",
      ),
      stop(
        'emr-containers:CancelJobRun',
        arn('emr-containers', '/virtualclusters/{VirtualClusterId}/jobruns/*'),
        'emr-containers:startJobRun.sync cancels the run when the execution is stopped',
      ),
    ],
  },
  'emr-serverless': {
    createApplication: [
      call(
        'emr-serverless:CreateApplication',
        arn('emr-serverless', '/*'),
        'emr-serverless:createApplication creates an application',
      ),
      serviceLinkedRole(
        'ops.emr-serverless.amazonaws.com/AWSServiceRoleForAmazonEMRServerless*',
        { StringLike: { 'iam:AWSServiceName': ['ops.emr-serverless.amazonaws.com'] } },
        "emr-serverless:createApplication makes EMR's service-linked role if the account has none",
      ),
      poll(
        'emr-serverless:GetApplication',
        arn('emr-serverless', '/applications/*'),
        "emr-serverless:createApplication.sync asks for the application's state",
      ),
      stop(
        'emr-serverless:DeleteApplication',
        arn('emr-serverless', '/applications/*'),
        'emr-serverless:createApplication.sync deletes the application when the execution is stopped',
      ),
      APPLICATION_RULE,
    ],
    startApplication: [
      call('emr-serverless:StartApplication', application, 'emr-serverless:startApplication starts the application'),
      poll(
        'emr-serverless:GetApplication',
        application,
        "emr-serverless:startApplication.sync asks for the application's state",
      ),
      stop(
        'emr-serverless:StopApplication',
        application,
        'emr-serverless:startApplication.sync stops the application when the execution is stopped',
      ),
      APPLICATION_RULE,
    ],
    stopApplication: [
      call('emr-serverless:StopApplication', application, 'emr-serverless:stopApplication stops the application'),
      poll(
        'emr-serverless:GetApplication',
        application,
        "emr-serverless:stopApplication.sync asks for the application's state",
      ),
      APPLICATION_RULE,
    ],
    deleteApplication: [
      call('emr-serverless:DeleteApplication', application, 'emr-serverless:deleteApplication deletes the application'),
      poll(
        'emr-serverless:GetApplication',
        application,
        "emr-serverless:deleteApplication.sync asks for the application's state",
      ),
      APPLICATION_RULE,
    ],
    startJobRun: [
      call('emr-serverless:StartJobRun', application, 'emr-serverless:startJobRun runs a job in the application'),
      passRole('ExecutionRoleArn', 'emr-serverless.amazonaws.com'),
      poll(
        'emr-serverless:GetJobRun',
        arn('emr-serverless', '/applications/{ApplicationId}/jobruns/*'),
        "emr-serverless:startJobRun.sync asks for the run's state",
      ),
      stop(
        'emr-serverless:CancelJobRun',
        arn('emr-serverless', '/applications/{ApplicationId}/jobruns/*'),
        'emr-serverless:startJobRun.sync cancels the run when the execution is stopped',
      ),
      JOB_RULE,
    ],
    cancelJobRun: [
      call(
        'emr-serverless:CancelJobRun',
        arn('emr-serverless', '/applications/{ApplicationId}/jobruns/{JobRunId}'),
        'emr-serverless:cancelJobRun cancels the run',
      ),
      poll(
        'emr-serverless:GetJobRun',
        arn('emr-serverless', '/applications/{ApplicationId}/jobruns/{JobRunId}'),
        "emr-serverless:cancelJobRun.sync asks for the run's state",
      ),
      JOB_RULE,
    ],
  },
};
