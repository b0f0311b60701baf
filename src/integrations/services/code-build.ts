import type { aws_codebuild as codebuild } from 'aws-cdk-lib';
import { Integration, JobIntegration } from '../integration';
import { serviceCall } from '../service-call';
import type { StateGrants } from '../state-grants';

/**
 * What a Task can call of AWS CodeBuild: `Integration.codeBuild`. Arguments have the service's own names, in Pascal case; of a JSONPath state
 * they may hold what the CDK's `JsonPath` makes. `sync()` is there where AWS can wait for the end.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-codebuild.html
 */
export class CodeBuildIntegrations {
  /** @internal */
  public static readonly _all = new CodeBuildIntegrations();

  private constructor() {
    /* there is one */
  }

  /**
   * Starts a build.
   *
   * @param project the project
   * @param args more arguments, such as `EnvironmentVariablesOverride`
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-codebuild.html
   */
  public startBuild(project: codebuild.IProject, args: { [name: string]: any } = {}): JobIntegration {
    return JobIntegration._of(
      serviceCall(
        'codebuild:startBuild',
        { ProjectName: project.projectName, ...args },
        { resources: [project.projectArn] },
      ),
    );
  }

  /**
   * Starts a batch build.
   *
   * @param project the project
   * @param args more arguments
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-codebuild.html
   */
  public startBuildBatch(project: codebuild.IProject, args: { [name: string]: any } = {}): JobIntegration {
    return JobIntegration._of(
      serviceCall(
        'codebuild:startBuildBatch',
        { ProjectName: project.projectName, ...args },
        { resources: [project.projectArn] },
      ),
    );
  }

  /**
   * Runs a batch build again.
   *
   * @param args the arguments
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-codebuild.html
   */
  public retryBuildBatch(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('codebuild:retryBuildBatch', args, grants));
  }

  /**
   * Stops a build.
   *
   * @param args the arguments
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-codebuild.html
   */
  public stopBuild(args: { [name: string]: any }, grants: StateGrants = {}): Integration {
    return Integration._of(serviceCall('codebuild:stopBuild', args, grants));
  }

  /**
   * Stops a batch build.
   *
   * @param args the arguments
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-codebuild.html
   */
  public stopBuildBatch(args: { [name: string]: any }, grants: StateGrants = {}): Integration {
    return Integration._of(serviceCall('codebuild:stopBuildBatch', args, grants));
  }

  /**
   * Deletes a batch build.
   *
   * @param args the arguments
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-codebuild.html
   */
  public deleteBuildBatch(args: { [name: string]: any }, grants: StateGrants = {}): Integration {
    return Integration._of(serviceCall('codebuild:deleteBuildBatch', args, grants));
  }

  /**
   * Deletes builds.
   *
   * @param args the arguments
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-codebuild.html
   */
  public batchDeleteBuilds(args: { [name: string]: any }, grants: StateGrants = {}): Integration {
    return Integration._of(serviceCall('codebuild:batchDeleteBuilds', args, grants));
  }

  /**
   * Reads reports.
   *
   * @param args the arguments
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-codebuild.html
   */
  public batchGetReports(args: { [name: string]: any }, grants: StateGrants = {}): Integration {
    return Integration._of(serviceCall('codebuild:batchGetReports', args, grants));
  }
}
