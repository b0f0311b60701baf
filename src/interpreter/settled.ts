import timers from 'node:timers';

// the only real timer: it limits how long a mock's promise may take. It is kept from the start, because a test may
// replace the global timers with fake ones
const { setTimeout: startTimer, clearTimeout: stopTimer } = timers;

/** Waits for all promises, but no longer than some real milliseconds; the first that is late decides the error. */
export async function settled<T>(
  promises: ReadonlyArray<Promise<T>>,
  withinMs: number,
  late: (index: number) => Error,
): Promise<Array<PromiseSettledResult<T>>> {
  const open = new Set(promises.keys());
  promises.forEach((promise, i) =>
    promise.then(
      () => open.delete(i),
      () => open.delete(i),
    ),
  );
  let timer: ReturnType<typeof startTimer> | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = startTimer(() => reject(late(Math.min(...open))), withinMs);
  });
  try {
    return await Promise.race([Promise.allSettled(promises), deadline]);
  } finally {
    stopTimer(timer);
  }
}
