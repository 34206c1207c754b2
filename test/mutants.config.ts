import { defineConfig } from "vitest/config";

/** Tests as `npm run check:mutants` runs them: in one thread, without those that kill processes or only look for crashes. */
export default defineConfig({
  test: {
    globalSetup: ["test/shared-folder.ts"],
    setupFiles: ["test/seed.ts"],
    include: ["**/*.test.ts"],
    exclude: ["**/kill.test.ts", "**/fuzz.test.ts"],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    isolate: false,
  },
});
