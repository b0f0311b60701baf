import { ERROR_NAMES, MAX_EXECUTION_MS, type Json, type QueryLanguage, type WaitState } from '../../asl';
import { QueryFailure } from '../../query';
import { compilePath } from '../../query/json-path';
import { compileExpression, isExpression } from '../../query/jsonata';
import { compileAssign, compileInput, compileOutput, compileResult, runtimeFailure } from '../data-flow';
import type { CompiledState, Frame } from '../frame';
import { integerExpression } from '../number-expression';
import { BLOCKED } from '../signal';

/** The time at which a Wait state goes on. */
type Until = (frame: Frame, input: Json) => number;

/**
 * Wait: goes on after some seconds, or at a time.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/state-wait.html
 */
export function compileWait(state: WaitState, language: QueryLanguage): CompiledState['run'] {
  const until = compileUntil(state, language);
  const input = language === 'JSONPath' ? compileInput(state.InputPath) : (frame: Frame) => frame.data;
  const pick = language === 'JSONPath' ? compileOutput(state.OutputPath) : undefined;
  const jsonata = language === 'JSONata' ? compileResult(state, language) : undefined;
  const assign = compileAssign(state.Assign, language, 'Assign');
  return frame => {
    const value = input(frame);
    const { execution } = frame;
    const time = until(frame, value);
    if (
      time - execution.scheduler.time > MAX_EXECUTION_MS.STANDARD &&
      !execution.settings.withoutLimits.has('executionDuration')
    ) {
      throw runtimeFailure('Wait state delay is too long.');
    }
    frame.timer = execution.scheduler.at(time, () =>
      execution.resume(frame, () => {
        const assigned = assign?.(frame, value);
        return execution.leave(frame, jsonata ? jsonata.output(frame, value) : pick!(frame, value), assigned);
      }),
    );
    return BLOCKED;
  };
}

function compileUntil(state: WaitState, language: QueryLanguage): Until {
  const { Seconds, SecondsPath, Timestamp, TimestampPath } = state;
  if (SecondsPath !== undefined) return secondsPath(SecondsPath);
  if (TimestampPath !== undefined) return timestampPath(TimestampPath);
  if (typeof Seconds === 'number') return frame => frame.now() + Seconds * 1000;
  if (Seconds !== undefined) return secondsExpression(Seconds);
  if (Timestamp !== undefined && language === 'JSONata' && isExpression(Timestamp)) {
    return timestampExpression(Timestamp);
  }
  const time = parseTimestamp(Timestamp ?? '') ?? Number.NaN;
  return () => time;
}

function secondsExpression(text: string): Until {
  const seconds = integerExpression(text, 'Seconds', 0);
  return frame => frame.now() + seconds(frame) * 1000;
}

function timestampExpression(text: string): Until {
  const compute = compileExpression(text, 'Timestamp', 'string');
  return frame => {
    const value = compute(frame) as string;
    const time = parseTimestamp(value);
    if (time === undefined) {
      throw new QueryFailure(
        ERROR_NAMES.QUERY_EVALUATION_ERROR,
        `The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${value}`,
        'Timestamp',
      );
    }
    return time;
  };
}

function secondsPath(text: string): Until {
  const path = compilePath(text);
  return (frame, input) => {
    const value = path.read(input, frame);
    if (value === undefined || value === null) {
      throw runtimeFailure(`The SecondsPath parameter does not reference an input value: ${text}`);
    }
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      throw runtimeFailure(`The SecondsPath parameter cannot be parsed as a long value: ${text} == ${shown(value)}`);
    }
    if (value < 0) throw runtimeFailure(`The SecondsPath parameter references a negative value: ${text} == ${value}`);
    return frame.now() + value * 1000;
  };
}

function timestampPath(text: string): Until {
  const path = compilePath(text);
  return (frame, input) => {
    const value = path.read(input, frame);
    if (value === undefined || value === null) {
      throw runtimeFailure(`The TimestampPath parameter does not reference an input value: ${text}`);
    }
    const time = typeof value === 'string' ? parseTimestamp(value) : undefined;
    if (time === undefined) {
      throw runtimeFailure(
        `The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: ${text} == ${shown(value)}`,
      );
    }
    return time;
  };
}

function shown(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const OFFSET_DATE_TIME =
  /^([+-]?\d{4,9})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2}(?::\d{2})?)$/;

/** Milliseconds since 1970 of an ISO-8601 date-time with an offset, or undefined. Seconds may be missing, fractions have up to nine digits. */
export function parseTimestamp(text: string): number | undefined {
  const parts = OFFSET_DATE_TIME.exec(text);
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second = '0', fraction = '', offset] = parts;
  const [y, mo, d, h, mi, s] = [year, month, day, hour, minute, second].map(Number);
  const date = new Date(0);
  date.setUTCFullYear(y, mo - 1, d);
  if (mo < 1 || mo > 12 || d < 1 || date.getUTCDate() !== d || h > 23 || mi > 59 || s > 59) return undefined;
  const local = date.getTime() + ((h * 60 + mi) * 60 + s) * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0'));
  return local - offsetMs(offset);
}

function offsetMs(offset: string): number {
  if (offset === 'Z') return 0;
  const [hours, minutes, seconds = 0] = offset.slice(1).split(':').map(Number);
  const size = ((hours * 60 + minutes) * 60 + seconds) * 1000;
  return offset.startsWith('-') ? -size : size;
}
