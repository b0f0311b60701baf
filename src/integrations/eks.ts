import type { aws_eks as eks, aws_stepfunctions_tasks as tasks } from 'aws-cdk-lib';
import type { Call } from './call';
import { serviceCall } from './service-call';

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

/** A request to the Kubernetes API of a cluster. */
export function kubernetesCall(cluster: eks.ICluster, props: EksCallProps): Call {
  const { method, path, queryParameters, requestBody } = props;
  return serviceCall('eks:call', {
    ...reachable(cluster),
    Method: method,
    Path: path,
    QueryParameters: queryParameters,
    RequestBody: requestBody,
  });
}

/** A Kubernetes job. */
export function kubernetesJobCall(cluster: eks.ICluster, props: EksRunJobProps): Call {
  const { job, namespace, logOptions } = props;
  return serviceCall('eks:runJob', {
    ...reachable(cluster),
    Namespace: namespace,
    Job: job,
    LogOptions: logOptions,
  });
}

/** The fields with which Step Functions reaches the cluster. */
function reachable(cluster: eks.ICluster): { [name: string]: string } {
  return {
    ClusterName: cluster.clusterName,
    CertificateAuthority: cluster.clusterCertificateAuthorityData,
    Endpoint: cluster.clusterEndpoint,
  };
}
