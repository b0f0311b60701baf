/** Functions that AWS adds to JSONata's, changes or removes (undefined). */
export const AWS_FUNCTIONS: Readonly<Record<string, unknown>> = {
  eval: undefined,
};
