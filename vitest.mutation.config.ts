import { defineConfig } from 'vitest/config';

/** What the mutation test runs: the tests that stand beside the mutated code, in one project. */
const rooms = (process.env['TRIPOINT_MUTATED_ROOMS'] ?? 'src').split(',');

export default defineConfig({
  test: {
    pool: 'threads',
    isolate: false,
    // Mutated code is slower, and so is a busy machine: Stryker ends what hangs.
    testTimeout: 120_000,
    include: rooms.map((room) => `${room}/**/*.test.ts`),
  },
});
