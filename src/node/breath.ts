/** Lets everything else have its turn. Long work is done in slices of some milliseconds with a breath between them. */
export const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
