import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "./run.mjs";

const browsers = ["chromium", "chromium-browser", "google-chrome"];
const fonts = ["/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc"];

const onPath = (name) => (process.env.PATH ?? "").split(delimiter).some((folder) => folder !== "" && existsSync(join(folder, name)));
const missing = () => [...(browsers.some(onPath) ? [] : ["chromium"]), ...(fonts.some(existsSync) ? [] : ["fonts-noto-cjk"])];

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
