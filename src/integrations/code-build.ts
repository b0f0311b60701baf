import type { aws_codebuild as codebuild } from 'aws-cdk-lib';
import type { Call } from './call';
import { serviceCall, type Arguments } from './service-call';

/** A build of a project, or a batch of builds. */
export function buildCall(
  action: 'startBuild' | 'startBuildBatch',
  project: codebuild.IProject,
  args: Arguments,
): Call {
  return serviceCall(
    `codebuild:${action}`,
    { ProjectName: project.projectName, ...args },
    { resources: [project.projectArn] },
  );
}
