/** A point of virtual time; all that happens then shares it. */
export interface Instant {
  /** Milliseconds since 1970. */
  readonly time: number;
}

/** Something that happens at a virtual time. */
export interface Timer {
  readonly at: number;
  readonly order: number;
  /** Undefined once it is canceled. */
  action: (() => void) | undefined;
}

/**
 * The virtual clock and what is to be done: steps that are ready now, and timers. Time stands still while anything is ready and
 * then steps to the next deadline. One scheduler belongs to one execution and its children.
 */
export class Scheduler {
  private ready: Array<() => void> = [];
  private nextReady = 0;
  private heap: Timer[] = [];
  private timers = 0;
  /** Now. */
  instant: Instant;

  /** @param time milliseconds since 1970 */
  constructor(time: number) {
    this.instant = { time };
  }

  /** Now, in milliseconds since 1970. */
  get time(): number {
    return this.instant.time;
  }

  /** Does something at the present time, after what is ready already. */
  soon(action: () => void): void {
    this.ready.push(action);
  }

  /** Does something at a virtual time; equal times run in the order of their scheduling. */
  at(time: number, action: () => void): Timer {
    const timer: Timer = { at: Math.max(time, this.time), order: this.timers++, action };
    push(this.heap, timer);
    return timer;
  }

  /** Takes a timer back. */
  cancel(timer: Timer | undefined): void {
    if (timer) timer.action = undefined;
  }

  /** Does all that is ready. */
  runReady(): void {
    while (this.nextReady < this.ready.length) {
      const action = this.ready[this.nextReady++];
      if (this.nextReady > 1024 && this.nextReady * 2 > this.ready.length) {
        this.ready = this.ready.slice(this.nextReady);
        this.nextReady = 0;
      }
      action();
    }
    this.ready.length = 0;
    this.nextReady = 0;
  }

  /** Steps to the next deadline and does what is due there. False if there is none. */
  step(): boolean {
    for (;;) {
      const timer = pop(this.heap);
      if (timer === undefined) return false;
      if (timer.action === undefined) continue;
      if (timer.at > this.instant.time) this.instant = { time: timer.at };
      timer.action();
      return true;
    }
  }
}

function before(a: Timer, b: Timer): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

function push(heap: Timer[], timer: Timer): void {
  let i = heap.push(timer) - 1;
  while (i > 0) {
    const parent = Math.floor((i - 1) / 2);
    if (!before(timer, heap[parent])) break;
    heap[i] = heap[parent];
    i = parent;
  }
  heap[i] = timer;
}

function pop(heap: Timer[]): Timer | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (first === undefined || last === undefined || heap.length === 0) return first;
  let i = 0;
  for (;;) {
    let child = 2 * i + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && before(heap[child + 1], heap[child])) child++;
    if (!before(heap[child], last)) break;
    heap[i] = heap[child];
    i = child;
  }
  heap[i] = last;
  return first;
}
