import type { Duration } from 'aws-cdk-lib';
import type { Json } from '../asl';
import { StepwrightError } from '../errors';
import type { TaskCall } from '../interpreter';
import {
  fails,
  pending,
  returns,
  returnsPayload,
  sequence,
  throws,
  type Behaviour,
  type Sequence,
  type TaskHandler,
  type Timing,
} from '../local';
import { jsonOf } from './json-text';
import { requestOf, type TaskRequest } from './task-request';

/** Answers a Task with code of yours. It answers at once; how long that takes in virtual time, its answer says. */
export interface ITaskHandler {
  /**
   * Answers one attempt of a Task.
   *
   * @param request what is asked
   */
  handle(request: TaskRequest): TaskBehaviour;
}

/** What stands in for the world behind a Task. */
export class TaskBehaviour {
  /**
   * The call succeeds with the raw result of the service; so does what a worker, or the holder of the task token, sends.
   *
   * @param json the result, as JSON text
   * @throws StepwrightError NOT_JSON
   */
  public static returnsJson(json: string): TaskBehaviour {
    return new TaskBehaviour(returns(jsonOf(json, 'returnsJson')));
  }

  /**
   * A Lambda function answers with a payload. Behind `lambda:invoke` it comes in the envelope of that API.
   *
   * @param json the payload, as JSON text
   * @throws StepwrightError NOT_JSON
   */
  public static returnsPayloadJson(json: string): TaskBehaviour {
    return new TaskBehaviour(returnsPayload(jsonOf(json, 'returnsPayloadJson')));
  }

  /**
   * The call fails.
   *
   * @param error the error name, which retriers and catchers compare
   * @param cause what happened; none if it is left out
   */
  public static failsWith(error: string, cause?: string): TaskBehaviour {
    return new TaskBehaviour(fails(error, cause));
  }

  /**
   * A Lambda function throws: its error's name is the Task's error, the cause is the JSON text that Lambda makes of it.
   *
   * @param errorName the name of the error's class
   * @param message the error's message
   */
  public static functionThrows(errorName: string, message: string): TaskBehaviour {
    return new TaskBehaviour(throws(errorName, message));
  }

  /** The call never answers: a time-out, a missing heartbeat or the end of the execution ends it. */
  public static neverAnswers(): TaskBehaviour {
    return new TaskBehaviour(pending());
  }

  /**
   * One behaviour after another, one for each call; a call beyond the last is an error.
   *
   * @param behaviours in their order; none of them is a sequence or handled by code
   */
  public static inSequence(behaviours: TaskBehaviour[]): TaskBehaviour {
    return new TaskBehaviour(
      sequence(
        ...behaviours.map(({ _handler }) => {
          if (typeof _handler === 'function') {
            throw new StepwrightError('SEQUENCE_OF_HANDLERS', 'a sequence is data, and one of its behaviours is code', {
              fix: 'Count the calls in the handler: request.callIndex tells which one it is.',
            });
          }
          return _handler;
        }),
      ),
    );
  }

  /**
   * Code of yours answers.
   *
   * @param handler is asked at every attempt
   */
  public static handledBy(handler: ITaskHandler): TaskBehaviour {
    return new TaskBehaviour((_input: Json, call: TaskCall) => {
      const answer = handler.handle(requestOf(call));
      if (!(answer instanceof TaskBehaviour)) {
        throw new StepwrightError('NOT_AN_ANSWER', 'a handler answered with nothing that is a behaviour', {
          where: `the handler of state '${call.stateName}'`,
          allowed: 'TaskBehaviour.returnsJson(…), .failsWith(…), …',
        });
      }
      if (typeof answer._handler === 'function') {
        throw new StepwrightError('NOT_AN_ANSWER', 'a handler answered with another handler', {
          where: `the handler of state '${call.stateName}'`,
          fix: 'Ask the other one yourself, and return its answer.',
        });
      }
      return answer._handler;
    });
  }

  /** @internal */
  public readonly _handler: TaskHandler;

  private constructor(handler: TaskHandler) {
    this._handler = handler;
  }

  /**
   * The same, after some virtual time: nobody waits.
   *
   * @param duration how long the call takes
   */
  public after(duration: Duration): TaskBehaviour {
    return this._timed({ durationSeconds: duration.toMilliseconds() / 1000 }, 'after');
  }

  /**
   * The same, with heartbeats of the worker or of the holder of the task token.
   *
   * @param beats when they are sent, after the call
   */
  public withHeartbeats(beats: Duration[]): TaskBehaviour {
    return this._timed({ heartbeatSeconds: beats.map(beat => beat.toMilliseconds() / 1000) }, 'withHeartbeats');
  }

  /** @internal */
  private _timed(timing: Timing, verb: string): TaskBehaviour {
    if (typeof this._handler === 'function' || 'sequence' in this._handler) {
      throw new StepwrightError('TIMING_OF_MANY', `${verb}() is for one answer`, {
        received: typeof this._handler === 'function' ? 'a handler' : 'a sequence',
        fix: 'Give the time to each answer.',
      });
    }
    return new TaskBehaviour(timed(this._handler, timing));
  }
}

/** A copy of a behaviour with other timing. */
function timed(given: Exclude<Behaviour, Sequence>, more: Timing): Behaviour {
  const { durationSeconds, heartbeatSeconds, submitted, workerName } = { ...given, ...more };
  const timing: Timing = { durationSeconds, heartbeatSeconds, submitted, workerName };
  if ('returns' in given) return returns(given.returns, timing);
  if ('returnsPayload' in given) return returnsPayload(given.returnsPayload, timing);
  if ('fails' in given) return fails(given.fails.error, given.fails.cause, timing);
  if ('throws' in given) return throws(given.throws.name, given.throws.message, timing);
  return pending(timing);
}
