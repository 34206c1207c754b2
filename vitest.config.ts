import { defineConfig } from "vitest/config";

/** Tests of the rooms that work on what they are handed share their modules: without that, each file imports them anew. */
const sharing = ["test/{base,link,measure,screen,leverage,plan,proof/measure}/**/*.test.ts"];

export default defineConfig({
  test: {
    globalSetup: ["test/shared-folder.ts"],
    setupFiles: ["test/seed.ts"],
    // Only against what hangs: no test may fail because the machine is slow.
    testTimeout: 1_800_000,
    hookTimeout: 1_800_000,
    expect: { poll: { timeout: 600_000 } },
    pool: "forks",
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: "apart", include: ["test/**/*.test.ts"], exclude: sharing } },
      { extends: true, test: { name: "sharing", include: sharing, isolate: false } },
    ],
  },
});
