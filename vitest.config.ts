import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: 'test/global-setup.ts',
    include: ['test/**/*.test.ts'],
    // Tests that run Nix or the built CLI take seconds, not milliseconds.
    // The default leaves one core idle; the tests mostly wait for child processes.
    maxWorkers: '100%',
    testTimeout: 60_000,
    // The first hook of a flake's tests builds the package.
    hookTimeout: 300_000,
  },
});
