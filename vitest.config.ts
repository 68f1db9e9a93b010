import { defineConfig } from 'vitest/config';

/** One project a kind of test. `npm test` names unit and property; `.ci/run` names the rest, which need more than a fresh machine. */
const project = (name: string, include: string[], slow = false) => ({
  extends: true as const,
  test: {
    name,
    include,
    pool: 'threads' as const,
    isolate: slow,
    ...(slow ? { testTimeout: 600_000, hookTimeout: 120_000, fileParallelism: false } : { testTimeout: 20_000 }),
  },
});

export default defineConfig({
  test: {
    projects: [
      {
        ...project('unit', ['src/**/*.test.{ts,tsx}', 'test/unit/**/*.test.ts']),
        test: {
          ...project('unit', ['src/**/*.test.{ts,tsx}', 'test/unit/**/*.test.ts']).test,
          exclude: ['**/*.property.test.ts'],
        },
      },
      project('property', ['src/**/*.property.test.ts']),
      project('conformance', ['test/conformance/**/*.test.ts'], true),
      project('simulation', ['test/simulation/**/*.test.ts'], true),
      project('kill', ['test/kill/**/*.test.ts'], true),
      project('fuzz', ['test/fuzz/**/*.test.ts'], true),
      project('postgres', ['test/postgres/**/*.test.ts'], true),
      project('browser', ['test/e2e/**/*.test.ts'], true),
    ],
  },
});
