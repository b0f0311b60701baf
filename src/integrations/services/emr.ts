import { Integration, JobIntegration } from '../integration';
import { serviceCall } from '../service-call';
import type { StateGrants } from '../state-grants';

/**
 * What a Task can call of Amazon EMR: `Integration.emr`. Arguments have the service's own names, in Pascal case; of a JSONPath state
 * they may hold what the CDK's `JsonPath` makes. `sync()` is there where AWS can wait for the end.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr.html
 */
export class EmrIntegrations {
  /** @internal */
  public static readonly _all = new EmrIntegrations();

  private constructor() {
    /* there is one */
  }

  /**
   * Makes a cluster (RunJobFlow); `sync()` waits until it is ready.
   *
   * @param args the arguments
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr.html
   */
  public createCluster(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('elasticmapreduce:createCluster', args, grants));
  }

  /**
   * Locks or unlocks a cluster against termination.
   *
   * @param args the arguments
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr.html
   */
  public setClusterTerminationProtection(args: { [name: string]: any }, grants: StateGrants = {}): Integration {
    return Integration._of(serviceCall('elasticmapreduce:setClusterTerminationProtection', args, grants));
  }

  /**
   * Shuts a cluster down.
   *
   * @param args the arguments
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr.html
   */
  public terminateCluster(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('elasticmapreduce:terminateCluster', args, grants));
  }

  /**
   * Adds one step to a cluster; its argument is `Step`, not `Steps`.
   *
   * @param args the arguments
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr.html
   */
  public addStep(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('elasticmapreduce:addStep', args, grants));
  }

  /**
   * Cancels a step.
   *
   * @param args the arguments
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr.html
   */
  public cancelStep(args: { [name: string]: any }, grants: StateGrants = {}): Integration {
    return Integration._of(serviceCall('elasticmapreduce:cancelStep', args, grants));
  }

  /**
   * Changes the capacity of an instance fleet, named by `InstanceFleetName`.
   *
   * @param args the arguments
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr.html
   */
  public modifyInstanceFleetByName(args: { [name: string]: any }, grants: StateGrants = {}): Integration {
    return Integration._of(serviceCall('elasticmapreduce:modifyInstanceFleetByName', args, grants));
  }

  /**
   * Changes the size of an instance group, named by `InstanceGroupName`.
   *
   * @param args the arguments
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr.html
   */
  public modifyInstanceGroupByName(args: { [name: string]: any }, grants: StateGrants = {}): Integration {
    return Integration._of(serviceCall('elasticmapreduce:modifyInstanceGroupByName', args, grants));
  }
}
