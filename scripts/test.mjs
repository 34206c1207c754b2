import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { ensureBrowser } from "./browser.mjs";
import { prepare } from "./prepare.mjs";
import { captured, node, root, tool } from "./run.mjs";

const report = ".cache/vitest.json";
const ledger = ".cache/test-ledger.json";
/**
 * Processor seconds that tests may take on a machine on which the reference work (`test/reference-work.ts`) takes `reference` in the midst of a run; on a
 * slower or busier one as many times more as it takes there. Dearer tests belong into the long tier, or are asked once and kept.
 */
const most = { file: 60, suite: 28 * 60, reference: 0.035 };
const isQuick = process.argv[2] === "--quick";

/** `npm run test:quick`: the rooms that work on what they are handed, and the golden outputs of back-tests. */
const quick = ["base/", "link/", "measure/", "screen/", "leverage/", "plan/", "proof/measure/", "cli/golden-b"].map(
  (each) => `test/${each}`,
);
/** Left out of it: long properties, texts compared by the thousand, and plans solved a thousand times. */
const long = [
  "leverage/{containment,monotone,score}",
  "leverage/course/{long-run,properties,rerun}",
  "leverage/draw/input-space",
  "leverage/game/coalition-game",
  "link/technologies-parts",
  "measure/text/{retrieval-evaluation,similar-documents,text-similarity}",
  "plan/{frontier,plan-properties,solve-plan}",
  "proof/measure/plans/{backtest-plan,planted-signal}",
  "screen/{fuzz,name-index,sound-evidence}",
  "screen/lists/reconcile",
  "screen/ownership/half-question",
].map((each) => `test/${each}.test.ts`);

const filters = isQuick ? quick : process.argv.slice(2);

/** What is checked beside the tests, in two rows that run side by side: the first step takes as long as all the others. */
const steps = [
  [["types", ["typescript-native/bin/tsc", "-p", "tsconfig.json", "--noEmit"]]],
  [
    ["types of the page", ["typescript-native/bin/tsc", "-p", "web/tsconfig.json", "--noEmit"]],
    ["format and lint", ["@biomejs/biome/bin/biome", "check", "."]],
    ["rooms", ["dependency-cruiser/bin/dependency-cruise.mjs", "src", "--config", ".dependency-cruiser.cjs", "--no-progress"]],
    ["unused code", ["knip/bin/knip.js"]],
  ],
];

/** Runs steps one after the other, each told whole when it is over; gives the names of those that fail. */
async function runSteps(row) {
  const failing = [];
  for (const [name, [path, ...args]] of row) {
    const { code, output } = await captured([tool(path), ...args]);
    process.stdout.write(`\n== ${name}\n${output}`);
    if (code !== 0) failing.push(name);
  }
  return failing;
}

/** Counts of the tests that ran; a run that broke without a failed test counts as one. */
async function runTests() {
  rmSync(`${root}${report}`, { force: true });
  mkdirSync(`${root}.cache`, { recursive: true });
  if (isQuick) process.env.LEVERMAP_LEFT_OUT = long.join(" ");
  const code = await node([
    tool("vitest/vitest.mjs"),
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...filters,
  ]);
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(`${root}${report}`, "utf8"));
    const broken = code !== 0 && numFailedTests === 0 ? 1 : 0;
    return { passed: numPassedTests, failed: numFailedTests + broken, skipped: numPendingTests + numTodoTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** Faults of the ledger that the run has left: files and a suite that take too much. */
function tooDear() {
  const { files, beside, reference } = JSON.parse(readFileSync(`${root}${ledger}`, "utf8"));
  // A run of a few files may have timed none
  const scale = reference === null ? 1 : most.reference / reference;
  const scaled = (seconds) => Math.round(seconds * scale);
  const all = files.reduce((sum, { seconds }) => sum + seconds, beside);
  const told = files.slice(0, 5).map(({ file, seconds }) => `${file} ${seconds}`);
  process.stdout.write(
    `\n${Math.round(all)} processor seconds, ${scaled(all)} at the scale of the reference work (${scale.toFixed(2)}), by file in ${ledger}; most in ${told.join(", ")}\n`,
  );
  return [
    ...files
      .filter(({ seconds }) => scaled(seconds) > most.file)
      .map(
        ({ file, seconds }) =>
          `${file} took ${scaled(seconds)} processor seconds at the scale of the reference work, more than ${most.file}`,
      ),
    ...(scaled(all) > most.suite ? [`The suite took ${scaled(all)} processor seconds at that scale, more than ${most.suite}`] : []),
  ];
}

if ((await prepare()) !== 0) {
  process.stdout.write("\n0 passed, 1 failed, 0 skipped\n");
  process.exit(1);
}
if (!isQuick) await ensureBrowser();
const failing = filters.length > 0 ? [] : (await Promise.all(steps.map(runSteps))).flat();
process.stdout.write("\n== tests\n");
const { passed, failed, skipped } = await runTests();
failing.push(...tooDear());
if (failing.length > 0) process.stdout.write(`Failing beside the tests: ${failing.join("; ")}\n`);
process.stdout.write(`\n${passed} passed, ${failed + failing.length} failed, ${skipped} skipped\n`);
process.exit(failed + failing.length > 0 ? 1 : 0);
