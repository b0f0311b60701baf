import { jsonOf } from './json-text';
import { dataOptionsOf, type MockOptions } from './mock-options';
import { taskCallOf, type TaskCall } from './task-call';
import type { Json } from '../asl';
import { StepwrightError } from '../errors';
import type { TaskCall as Call } from '../interpreter';
import {
  fails,
  pending,
  readMocks,
  returns,
  returnsPayload,
  sequence,
  throws,
  type Mock as DataMock,
  type MockFunction,
} from '../local';
import { mocksOfCase } from '../sources';

/**
 * Your own code that answers a Task. It runs immediately. The mock that it returns sets how long the call takes in
 * virtual time.
 */
export interface IMockFunction {
  /**
   * Answers one attempt of a Task.
   *
   * @param call the call to answer
   */
  answer(call: TaskCall): Mock;
}

/** A stub for whatever a Task calls. */
export class Mock {
  /**
   * The call succeeds with this result: the raw result of the service, or what a worker or the owner of the task token sends.
   *
   * @param resultJson the result, as a JSON string
   * @param options how long the call takes, and more
   * @throws StepwrightError NOT_JSON
   */
  public static returns(resultJson: string, options: MockOptions = {}): Mock {
    return new Mock(returns(jsonOf(resultJson, 'Mock.returns'), dataOptionsOf(options)));
  }

  /**
   * A Lambda function returns this payload. For `lambda:invoke`, the result wraps it as the Lambda API does.
   *
   * @param payloadJson the payload, as a JSON string
   * @param options how long the call takes, and more
   * @throws StepwrightError NOT_JSON
   */
  public static returnsPayload(payloadJson: string, options: MockOptions = {}): Mock {
    return new Mock(returnsPayload(jsonOf(payloadJson, 'Mock.returnsPayload'), dataOptionsOf(options)));
  }

  /**
   * The call fails, or its worker or the owner of the task token reports a failure.
   *
   * @param errorName the error name, which retriers and catchers match
   * @param cause the cause; none by default
   * @param options how long the call takes, and more
   */
  public static fails(errorName: string, cause?: string, options: MockOptions = {}): Mock {
    return new Mock(fails(errorName, cause, dataOptionsOf(options)));
  }

  /**
   * A Lambda function throws. The Task's error is the error's name, and its cause is the JSON that Lambda returns for it.
   *
   * @param errorName the name of the error's class
   * @param message the error's message
   * @param options how long the call takes, and more
   */
  public static functionThrows(errorName: string, message: string, options: MockOptions = {}): Mock {
    return new Mock(throws(errorName, message, dataOptionsOf(options)));
  }

  /**
   * The call never completes. A timeout, a missed heartbeat, or the end of the execution ends it.
   *
   * @param options its heartbeats, and more
   */
  public static pending(options: MockOptions = {}): Mock {
    return new Mock(pending(dataOptionsOf(options)));
  }

  /**
   * One mock for each call, in order. A call after the last one is an error.
   *
   * @param mocks the mocks; none of them can be a function
   * @throws StepwrightError FUNCTION_IN_SEQUENCE
   */
  public static sequence(mocks: Mock[]): Mock {
    return new Mock(
      sequence(
        ...mocks.map(({ _mock }) => {
          if (typeof _mock === 'function') {
            throw new StepwrightError('FUNCTION_IN_SEQUENCE', "a sequence is data, so it can't contain a function", {
              fix: 'Use one function for all calls. The callIndex of a call is its position, from 0.',
            });
          }
          return _mock;
        }),
      ),
    );
  }

  /**
   * The mocks of a test case of a mock configuration file (MockConfigFile) of Step Functions Local.
   *
   * @param file the file's path
   * @param machine the state machine's name in the file
   * @param testCase the test case's name
   * @throws StepwrightError INVALID_MOCK_CONFIG, and UNKNOWN_CASE with the nearest name
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/sfn-local-mock-cfg-file.html
   */
  public static fromConfig(file: string, machine: string, testCase: string): { [name: string]: Mock } {
    const mocks = readMocks(mocksOfCase(file, { name: machine }, testCase));
    return Object.fromEntries(Object.entries(mocks).map(([name, mock]) => [name, new Mock(mock)]));
  }

  /**
   * Your own code answers every attempt.
   *
   * @param mockFunction the code
   */
  public static fromFunction(mockFunction: IMockFunction): Mock {
    return new Mock((_input: Json, call: Call) => {
      const answer = mockFunction.answer(taskCallOf(call));
      const where = `the mock of state '${call.stateName}'`;
      if (!(answer instanceof Mock)) {
        throw new StepwrightError('NOT_A_MOCK', "a mock function didn't return a mock", {
          where,
          allowed: 'Mock.returns(…), Mock.fails(…), …',
        });
      }
      if (typeof answer._mock === 'function') {
        throw new StepwrightError('NOT_A_MOCK', 'a mock function returned another mock function', {
          where,
          fix: 'Call the other function yourself and return its mock.',
        });
      }
      return answer._mock;
    });
  }

  /** @internal */
  public static _all(
    mocks: { [name: string]: Mock } | undefined,
  ): { [name: string]: DataMock | MockFunction } | undefined {
    return mocks && Object.fromEntries(Object.entries(mocks).map(([name, { _mock }]) => [name, _mock]));
  }

  /** @internal */
  public readonly _mock: DataMock | MockFunction;

  private constructor(mock: DataMock | MockFunction) {
    this._mock = mock;
  }
}
