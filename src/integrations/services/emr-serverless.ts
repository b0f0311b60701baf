import { JobIntegration } from '../integration';
import { serviceCall } from '../service-call';
import type { StateGrants } from '../state-grants';

/**
 * What a Task can call of Amazon EMR Serverless: `Integration.emrServerless`. Arguments have the service's own names, in Pascal case; of a JSONPath state
 * they may hold what the CDK's `JsonPath` makes. `sync()` is there where AWS can wait for the end.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-serverless.html
 */
export class EmrServerlessIntegrations {
  /** @internal */
  public static readonly _all = new EmrServerlessIntegrations();

  private constructor() {
    /* there is one */
  }

  /**
   * Makes an application.
   *
   * @param args the arguments
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-serverless.html
   */
  public createApplication(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('emr-serverless:createApplication', args, grants));
  }

  /**
   * Starts an application.
   *
   * @param args the arguments
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-serverless.html
   */
  public startApplication(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('emr-serverless:startApplication', args, grants));
  }

  /**
   * Stops an application.
   *
   * @param args the arguments
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-serverless.html
   */
  public stopApplication(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('emr-serverless:stopApplication', args, grants));
  }

  /**
   * Deletes an application.
   *
   * @param args the arguments
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-serverless.html
   */
  public deleteApplication(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('emr-serverless:deleteApplication', args, grants));
  }

  /**
   * Starts a job run.
   *
   * @param args the arguments
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-serverless.html
   */
  public startJobRun(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('emr-serverless:startJobRun', args, grants));
  }

  /**
   * Cancels a job run.
   *
   * @param args the arguments
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-serverless.html
   */
  public cancelJobRun(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('emr-serverless:cancelJobRun', args, grants));
  }
}
