import "./end-with-parent.mjs";
import { copyFileSync, existsSync, mkdirSync, symlinkSync } from "node:fs";
import { relative } from "node:path";
import { preparePackages } from "./prepare.mjs";
import { must, root } from "./run.mjs";
import { createServed } from "./served.mjs";
import { fillWorkspace, workspace } from "./workspace.mjs";

/**
 * `npm run dev`: the page at the address of Vite, the API of the workspace behind it, both as the sources are now. A change in src/ joins
 * the code anew and starts the server again, one in data/ starts it again, one in web/ is sent to the open page. The code is joined in
 * `.cache/dev/`, so `dist/` stays what it was. Types are not checked: `npm run types` does that.
 */
const home = `${root}.cache/dev`;
const cli = `${home}/bin/levermap.js`;
const calm = 150;

const say = (line) => process.stdout.write(`${line}\n`);
const reasonOf = (thrown) => (thrown instanceof Error ? thrown.message : String(thrown)).trim();
const started = performance.now();
const secondsSince = (time) => `${((performance.now() - time) / 1000).toFixed(1)} s`;

process.chdir(root);
await must(preparePackages());
const { build, createServer } = await import("vite");

function makeHome() {
  mkdirSync(`${home}/bin`, { recursive: true });
  copyFileSync(`${root}bin/levermap.js`, cli);
  for (const each of ["data", "package.json"]) if (!existsSync(`${home}/${each}`)) symlinkSync(root + each, `${home}/${each}`);
}

const join = () =>
  build({
    configFile: "scripts/join.config.mjs",
    logLevel: "silent",
    build: { outDir: `${home}/dist`, emptyOutDir: true, sourcemap: true },
  });

const served = createServed(cli, workspace, say);
let page;

/** Stops the server, loads the atlas if its files have changed (a workspace has one writer) and starts the server again. */
async function restart() {
  await served.stop();
  const loaded = await fillWorkspace(cli, ["--quiet"]);
  const address = await served.start();
  if (address !== undefined) page.ws.send({ type: "full-reload" });
  return [...(loaded === 0 ? [] : ["atlas not loaded"]), address === undefined ? "server not started" : "server restarted"];
}

/** Vite sends changes of the page to the browser; this says what is wrong with them where no browser asks. */
async function checkPage(paths) {
  for (const path of paths) {
    const found = page.moduleGraph.getModulesByFile(root + path) ?? [];
    for (const { url } of found) await page.transformRequest(url);
  }
}

async function apply(paths) {
  const time = performance.now();
  const under = (folder) => paths.filter((path) => path.startsWith(folder));
  const more = paths.length > 1 ? ` and ${paths.length - 1} more` : "";
  const did = [];
  try {
    if (under("src/").length > 0) {
      await join();
      did.push("joined");
    }
    if (under("web/").length > 0) {
      await checkPage(under("web/"));
      did.push("page updated");
    }
    if (under("src/").length + under("data/").length > 0) did.push(...(await restart()));
    say(`${paths[0]}${more}: ${did.join(", ")} (${secondsSince(time)})`);
  } catch (thrown) {
    say(`${paths[0]}${more}: ${reasonOf(thrown)}\nNothing was replaced; what ran before goes on.`);
  }
}

const changed = new Set();
let timer;
let work = Promise.resolve();
function note(path) {
  changed.add(relative(root, path));
  clearTimeout(timer);
  timer = setTimeout(() => {
    const paths = [...changed];
    changed.clear();
    work = work.then(() => apply(paths));
  }, calm);
}

/** Vite makes its watcher anew when its own configuration changes; a plugin is asked each time. */
const watching = {
  name: "levermap-dev",
  configureServer({ watcher }) {
    watcher.add([`${root}src`, `${root}data`]);
    for (const event of ["add", "change", "unlink"]) watcher.on(event, note);
  },
};

let ending = false;
async function end() {
  if (ending) return;
  ending = true;
  clearTimeout(timer);
  await Promise.all([served.stop(), page?.close()]);
  process.exit(0);
}
process.on("SIGINT", end).on("SIGTERM", end);

makeHome();
await join().catch((thrown) => {
  say(reasonOf(thrown));
  if (!existsSync(`${home}/dist/cli/main.js`)) process.exit(1);
  say("The code joined before is served until this is repaired.");
});
await must(fillWorkspace(cli));
const address = await served.start();
if (address === undefined) process.exit(1);
page = await createServer({
  configFile: "web/vite.config.ts",
  logLevel: "error",
  clearScreen: false,
  plugins: [watching],
  server: { proxy: { "/api": address } },
});
await page.listen();
say(`The page: ${page.resolvedUrls.local[0]}   the API: ${address}/api   (${secondsSince(started)}; Ctrl-C ends it)`);
