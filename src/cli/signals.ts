/** Resolves when the process is told to stop: Ctrl-C, or a supervisor's SIGTERM. A second one ends it at once. */
export const whenTold = (): Promise<void> =>
  new Promise((resolve) => {
    const told = (): void => {
      process.once('SIGINT', () => process.exit(130));
      resolve();
    };
    process.once('SIGINT', told);
    process.once('SIGTERM', told);
  });
