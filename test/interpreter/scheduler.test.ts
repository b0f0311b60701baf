import { Scheduler } from '../../src/interpreter/scheduler';

/** The order in which timers at some times fire, as `time:number`. */
function fired(times: readonly number[], start = 0): string[] {
  const scheduler = new Scheduler(start);
  const log: string[] = [];
  times.forEach((time, i) => scheduler.at(time, () => log.push(`${scheduler.time}:${i}`)));
  while (scheduler.step());
  return log;
}

describe('the virtual clock', () => {
  test('steps from deadline to deadline, equal ones in the order of their scheduling', () => {
    expect(fired([5, 3, 5, 1, 3])).toEqual(['1:3', '3:1', '3:4', '5:0', '5:2']);
    expect(fired([])).toEqual([]);
  });

  test('keeps that order whatever the times are', () => {
    for (let size = 1; size <= 40; size++) {
      for (let factor = 1; factor <= 7; factor++) {
        const times = Array.from({ length: size }, (_, i) => (i * factor * 31) % 17);
        const wanted = times
          .map((time, i) => ({ time, i }))
          .sort((a, b) => a.time - b.time || a.i - b.i)
          .map(({ time, i }) => `${time}:${i}`);
        expect(fired(times)).toEqual(wanted);
      }
    }
  });

  test('takes a time that has passed for now, and never goes back', () => {
    expect(fired([5, 20], 10)).toEqual(['10:0', '20:1']);
  });

  test('leaves out what was canceled', () => {
    const scheduler = new Scheduler(0);
    const log: number[] = [];
    const timers = [1, 2, 3].map(time => scheduler.at(time, () => log.push(time)));
    scheduler.cancel(timers[1]);
    scheduler.cancel(undefined);
    expect([scheduler.step(), scheduler.step(), scheduler.step()]).toEqual([true, true, false]);
    expect(log).toEqual([1, 3]);
    expect(scheduler.time).toBe(3);
  });

  test('gives all that happens at one time the same instant, and the next time another', () => {
    const scheduler = new Scheduler(0);
    const seen: object[] = [];
    for (const time of [0, 0, 5, 5]) scheduler.at(time, () => seen.push(scheduler.instant));
    const start = scheduler.instant;
    while (scheduler.step());
    expect([seen[0] === start, seen[1] === start, seen[2] === start, seen[3] === seen[2]]).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });

  test('does what is ready in its order, and what becomes ready meanwhile after it', () => {
    const scheduler = new Scheduler(0);
    const log: string[] = [];
    const later = (depth: number): void =>
      scheduler.soon(() => {
        log.push(`again ${depth}`);
        if (depth < 5000) later(depth + 1);
      });
    scheduler.soon(() => {
      log.push('first');
      later(1);
    });
    scheduler.soon(() => {
      log.push('second');
    });
    scheduler.runReady();
    expect([log.length, ...log.slice(0, 3), log.at(-1)]).toEqual([5002, 'first', 'second', 'again 1', 'again 5000']);
    scheduler.runReady();
    expect(log).toHaveLength(5002);
  });
});
