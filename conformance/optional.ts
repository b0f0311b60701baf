/** A module of the library, or undefined where this checkout does not have it. */
export async function optionalModule(path: string): Promise<Record<string, (...args: never[]) => unknown> | undefined> {
  try {
    return await import(path) as Record<string, (...args: never[]) => unknown>;
  } catch (error) {
    if ((error as { code?: string }).code?.includes('MODULE_NOT_FOUND')) return undefined;
    throw error;
  }
}
