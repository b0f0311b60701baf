import { Integration, JobIntegration } from '../integration';
import { serviceCall } from '../service-call';
import type { StateGrants } from '../state-grants';

/**
 * What a Task can call of Amazon EMR on EKS: `Integration.emrContainers`. Arguments have the service's own names, in Pascal case; of a JSONPath state
 * they may hold what the CDK's `JsonPath` makes. `sync()` is there where AWS can wait for the end.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-eks.html
 */
export class EmrContainersIntegrations {
  /** @internal */
  public static readonly _all = new EmrContainersIntegrations();

  private constructor() {
    /* there is one */
  }

  /**
   * Makes a virtual cluster.
   *
   * @param args the arguments
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-eks.html
   */
  public createVirtualCluster(args: { [name: string]: any }, grants: StateGrants = {}): Integration {
    return Integration._of(serviceCall('emr-containers:createVirtualCluster', args, grants));
  }

  /**
   * Deletes a virtual cluster.
   *
   * @param args the arguments
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-eks.html
   */
  public deleteVirtualCluster(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('emr-containers:deleteVirtualCluster', args, grants));
  }

  /**
   * Starts a job run.
   *
   * @param args the arguments
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-eks.html
   */
  public startJobRun(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('emr-containers:startJobRun', args, grants));
  }
}
