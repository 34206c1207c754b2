import { defineConfig } from "vitest/config";

/** Tests as `npm run check:mutants` runs them: in one thread, those left out that start processes or wait. */
export default defineConfig({
  test: {
    setupFiles: ["test/seed.ts"],
    include: ["**/*.test.ts"],
    exclude: ["**/kill.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    isolate: false,
  },
});
