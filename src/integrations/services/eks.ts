import type { aws_eks as eks, aws_stepfunctions_tasks as tasks } from 'aws-cdk-lib';
import { JobIntegration, TokenIntegration } from '../integration';
import { serviceCall } from '../service-call';
import type { StateGrants } from '../state-grants';

/** A request to the Kubernetes API of a cluster. */
export interface EksCallProps {
  /** The method. */
  readonly method: tasks.HttpMethod;

  /** The path: `/api/v1/namespaces/default/pods`, or `'{% … %}'`. */
  readonly path: string;

  /**
   * The query; each name has a list of values.
   *
   * @default - none
   */
  readonly queryParameters?: any;

  /**
   * The body.
   *
   * @default - none
   */
  readonly requestBody?: any;
}

/** A Kubernetes job. */
export interface EksRunJobProps {
  /** The job, as Kubernetes takes it: `{ apiVersion: 'batch/v1', kind: 'Job', metadata: …, spec: … }`. */
  readonly job: any;

  /**
   * The namespace.
   *
   * @default - default
   */
  readonly namespace?: string;

  /**
   * Whether `sync()` gives the logs of the job, and how: `{ RetrieveLogs: true }`.
   *
   * @default - no logs
   */
  readonly logOptions?: { [name: string]: any };
}

/**
 * What a Task can call of Amazon EKS: `Integration.eks`. Arguments have the service's own names, in Pascal case; of a JSONPath state
 * they may hold what the CDK's `JsonPath` makes. `sync()` is there where AWS can wait for the end.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-eks.html
 */
export class EksIntegrations {
  /** @internal */
  public static readonly _all = new EksIntegrations();

  private constructor() {
    /* there is one */
  }

  /**
   * Calls the Kubernetes API of a cluster. The role of the workflow needs an access entry of the cluster beside what IAM allows.
   *
   * @param cluster the cluster
   * @param props the request
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-eks.html
   */
  public call(cluster: eks.ICluster, props: EksCallProps): TokenIntegration {
    const { method, path, queryParameters, requestBody } = props;
    return TokenIntegration._of(
      serviceCall('eks:call', {
        ...reachable(cluster),
        Method: method,
        Path: path,
        QueryParameters: queryParameters,
        RequestBody: requestBody,
      }),
    );
  }

  /**
   * Runs a Kubernetes job. The role of the workflow needs an access entry of the cluster beside what IAM allows.
   *
   * @param cluster the cluster
   * @param props the job
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-eks.html
   */
  public runJob(cluster: eks.ICluster, props: EksRunJobProps): JobIntegration {
    const { job, namespace, logOptions } = props;
    return JobIntegration._of(
      serviceCall('eks:runJob', { ...reachable(cluster), Namespace: namespace, Job: job, LogOptions: logOptions }),
    );
  }

  /**
   * Makes a cluster.
   *
   * @param args the arguments
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-eks.html
   */
  public createCluster(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('eks:createCluster', args, grants));
  }

  /**
   * Deletes a cluster.
   *
   * @param args the arguments
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-eks.html
   */
  public deleteCluster(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('eks:deleteCluster', args, grants));
  }

  /**
   * Makes a Fargate profile.
   *
   * @param args the arguments
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-eks.html
   */
  public createFargateProfile(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('eks:createFargateProfile', args, grants));
  }

  /**
   * Deletes a Fargate profile.
   *
   * @param args the arguments
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-eks.html
   */
  public deleteFargateProfile(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('eks:deleteFargateProfile', args, grants));
  }

  /**
   * Makes a node group.
   *
   * @param args the arguments
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-eks.html
   */
  public createNodegroup(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('eks:createNodegroup', args, grants));
  }

  /**
   * Deletes a node group.
   *
   * @param args the arguments
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-eks.html
   */
  public deleteNodegroup(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('eks:deleteNodegroup', args, grants));
  }
}

/** How Step Functions finds the cluster. */
function reachable(cluster: eks.ICluster): { [name: string]: string } {
  return {
    ClusterName: cluster.clusterName,
    CertificateAuthority: cluster.clusterCertificateAuthorityData,
    Endpoint: cluster.clusterEndpoint,
  };
}
