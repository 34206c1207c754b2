import { defineConfig } from "vitest/config";
import { contentOf } from "./scripts/stamp.mjs";

/** Marked ones: what starts a browser, a server or another process and waits for it. */
const waiting = ["test/{cli,server,web,site,faults,scripts,openapi,notebook,workspace,library,corpus}/**/*.test.ts"];

/** Of the long tier alone, which `npm run check:long` sets. */
const long = process.env.LEVERMAP_TIER === "long" ? [] : ["**/*.long.test.ts"];

export default defineConfig({
  // As the build does (`scripts/join.config.mjs`), so that answers are kept in tests too
  define: { levermapBuildId: JSON.stringify(contentOf(["src", "package-lock.json"])) },
  test: {
    globalSetup: ["test/shared-folder.ts"],
    setupFiles: ["test/seed.ts", "test/ledger.ts"],
    pool: "forks",
    maxWorkers: 2,
    // Files share their modules: without that, each imports them anew
    isolate: false,
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 300_000 } },
    projects: [
      { extends: true, test: { name: "waiting", include: waiting, exclude: long } },
      { extends: true, test: { name: "working", include: ["test/**/*.test.ts"], exclude: [...waiting, ...long] } },
    ],
  },
});
