import { defineConfig } from "vitest/config";
import { contentOf } from "./scripts/stamp.mjs";

/** Milliseconds after which a test hangs: a minute, five for what is marked, and a day where answers are worked out or nothing is left out. */
const isPatient = process.env.LEVERMAP_TIER === "long" || process.env.LEVERMAP_SOLVED === "write";
const timeouts = (usual) => ({ testTimeout: isPatient ? 86_400_000 : usual, hookTimeout: isPatient ? 86_400_000 : usual });

/** Marked ones: what starts a browser, a server or another process and waits for it. */
const waiting = ["test/{cli,server,web,site,faults,scripts,openapi,notebook,workspace,library,corpus}/**/*.test.ts"];

/** Of the long tier alone, which `npm run check:long` sets; and what `npm run test:quick` leaves out. */
const long = [
  ...(process.env.LEVERMAP_TIER === "long" ? [] : ["**/*.long.test.ts"]),
  ...(process.env.LEVERMAP_LEFT_OUT ?? "").split(" ").filter(Boolean),
];

/** Answers that are kept for the tests, worked out anew in two processes: by `npm run solve`, and in the long tier. */
const solving = isPatient ? ["test/solved/*.solve.ts"] : [];

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
    expect: { poll: { timeout: 60_000 } },
    projects: [
      { extends: true, test: { name: "waiting", ...timeouts(300_000), include: waiting, exclude: long } },
      {
        extends: true,
        test: { name: "working", ...timeouts(60_000), include: ["test/**/*.test.ts", ...solving], exclude: [...waiting, ...long] },
      },
    ],
  },
});
