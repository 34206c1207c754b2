import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "./run.mjs";

/** The first has no window and opens a page with a third of the work. */
const browsers = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];
const fonts = ["/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc"];

const pathOf = (name) =>
  (process.env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => folder !== "")
    .map((folder) => join(folder, name))
    .find(existsSync);
const onPath = (name) => pathOf(name) !== undefined;

/** Where the browser is: `LEVERMAP_CHROMIUM`, or the first that is installed; `null`: none is. */
export const browserPath = () => process.env.LEVERMAP_CHROMIUM ?? browsers.map(pathOf).find((path) => path !== undefined) ?? null;

const missing = () => [...(browsers.some(onPath) ? [] : [browsers[0]]), ...(fonts.some(existsSync) ? [] : ["fonts-noto-cjk"])];

/** Installs the browser and fonts that the tests of the page use, where that is possible; says plainly where it is not. */
export async function ensureBrowser() {
  const wanted = missing();
  if (wanted.length === 0) return;
  if (process.getuid?.() === 0 && onPath("apt-get")) {
    const options = { stdio: ["ignore", 2, 2], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
    process.stderr.write(`Installing ${wanted.join(" and ")} for the tests of the page ...\n`);
    await run("apt-get", ["-qq", "update"], options);
    await run("apt-get", ["-qq", "install", "-y", "--no-install-recommends", ...wanted], options);
  }
  const still = missing();
  if (still.length > 0) process.stderr.write(`SKIP tests of the page that need ${still.join(" and ")}: install with apt-get as root.\n`);
}
