import { defineConfig } from "vitest/config";

/** Tests of the rooms that keep nothing and touch nothing outside share their modules: without that, each file imports them anew. */
const pure = ["test/{base,measure,leverage}/**/*.test.ts"];

export default defineConfig({
  test: {
    setupFiles: ["test/seed.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: "forks",
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: "others", include: ["test/**/*.test.ts"], exclude: pure } },
      { extends: true, test: { name: "pure", include: pure, isolate: false } },
    ],
  },
});
