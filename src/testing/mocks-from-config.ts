import type { JsonObject } from '../asl';
import { readMocks, type Mocks } from '../local';
import { mocksOfCase } from '../sources';

/**
 * The mocks of a test case of a mock configuration file (MockConfigFile) of Step Functions Local.
 *
 * A Task that the case doesn't list has no mock. Step Functions Local would call the real service; here it is an error.
 *
 * @param config the file's path, or its content
 * @param machine the state machine's name in the file
 * @param testCase the test case's name
 * @throws StepwrightError INVALID_MOCK_CONFIG, and UNKNOWN_CASE with the nearest name
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/sfn-local-mock-cfg-file.html
 */
export function mocksFromConfig(config: string | object, machine: string, testCase: string): Mocks {
  return readMocks(mocksOfCase(config as string | JsonObject, { name: machine }, testCase));
}
