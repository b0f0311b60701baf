import { Integration, JobIntegration } from '../integration';
import { serviceCall } from '../service-call';
import type { StateGrants } from '../state-grants';

/**
 * What a Task can call of Amazon SageMaker AI: `Integration.sageMaker`. Arguments have the service's own names, in Pascal case; of a JSONPath state
 * they may hold what the CDK's `JsonPath` makes. `sync()` is there where AWS can wait for the end.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html
 */
export class SageMakerIntegrations {
  /** @internal */
  public static readonly _all = new SageMakerIntegrations();

  private constructor() {
    /* there is one */
  }

  /**
   * Starts a training job.
   *
   * @param args the arguments
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html
   */
  public createTrainingJob(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('sagemaker:createTrainingJob', args, grants));
  }

  /**
   * Starts a batch transform job.
   *
   * @param args the arguments
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html
   */
  public createTransformJob(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('sagemaker:createTransformJob', args, grants));
  }

  /**
   * Starts a processing job.
   *
   * @param args the arguments
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html
   */
  public createProcessingJob(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('sagemaker:createProcessingJob', args, grants));
  }

  /**
   * Starts the tuning of hyperparameters.
   *
   * @param args the arguments
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html
   */
  public createHyperParameterTuningJob(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('sagemaker:createHyperParameterTuningJob', args, grants));
  }

  /**
   * Starts a labeling job.
   *
   * @param args the arguments
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html
   */
  public createLabelingJob(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('sagemaker:createLabelingJob', args, grants));
  }

  /**
   * Makes a model.
   *
   * @param args the arguments
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html
   */
  public createModel(args: { [name: string]: any }, grants: StateGrants = {}): Integration {
    return Integration._of(serviceCall('sagemaker:createModel', args, grants));
  }

  /**
   * Makes the configuration of an endpoint.
   *
   * @param args the arguments
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html
   */
  public createEndpointConfig(args: { [name: string]: any }, grants: StateGrants = {}): Integration {
    return Integration._of(serviceCall('sagemaker:createEndpointConfig', args, grants));
  }

  /**
   * Makes an endpoint.
   *
   * @param args the arguments
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html
   */
  public createEndpoint(args: { [name: string]: any }, grants: StateGrants = {}): Integration {
    return Integration._of(serviceCall('sagemaker:createEndpoint', args, grants));
  }

  /**
   * Changes an endpoint.
   *
   * @param args the arguments
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html
   */
  public updateEndpoint(args: { [name: string]: any }, grants: StateGrants = {}): Integration {
    return Integration._of(serviceCall('sagemaker:updateEndpoint', args, grants));
  }
}
