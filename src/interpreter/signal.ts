/** The result of running a state: the frame continues with the next state, or it waits or has ended. */
export type Signal = typeof BLOCKED | typeof GO_ON;

/** The state waits, or its scope has ended. */
export const BLOCKED = 0;

/** The frame stands at the next state. */
export const GO_ON = 1;
