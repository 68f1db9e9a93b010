import { defineConfig } from 'vitest/config';

/** What the mutation test runs: the tests that stand beside the mutated code, in one project. */
const rooms = (process.env['TRIPOINT_MUTATED_ROOMS'] ?? 'src').split(',');

export default defineConfig({
  test: {
    pool: 'threads',
    isolate: false,
    include: rooms.map((room) => `${room}/**/*.test.ts`),
  },
});
