import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { root } from "./run.mjs";

const endWithParent = new URL("./end-with-parent.mjs", import.meta.url).href;

/** `levermap serve` on a workspace, as a process that can be stopped and started again. `report` gets a line when it ends by itself. */
export function createServed(cli, workspace, report) {
  let child;
  let address;

  /** Gives the address once the server listens; `undefined` if it ended before that. A new start asks for the port it had. */
  async function start() {
    const port = address === undefined ? [] : ["--port", new URL(address).port];
    const words = ["--enable-source-maps", "--import", endWithParent, cli, "serve", "--no-open", "--workspace", workspace, ...port];
    const started = spawn(process.execPath, words, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    child = started;
    createInterface({ input: started.stderr }).on("line", (line) => line !== "Ctrl-C ends it." && report(line));
    const ended = once(started, "exit").then(([code]) => {
      if (child === started) report(`The server ended (${code}). It starts again after the next change.`);
      return undefined;
    });
    const listening = new Promise((resolve) => {
      createInterface({ input: started.stdout }).on("line", (line) => {
        const [found] = /http:\/\/\S+/.exec(line) ?? [];
        if (found !== undefined) resolve(found);
      });
    });
    const found = await Promise.race([listening, ended]);
    address = found ?? address;
    return found;
  }

  async function stop() {
    const stopped = child;
    child = undefined;
    if (stopped === undefined || stopped.exitCode !== null || stopped.signalCode !== null) return;
    stopped.kill("SIGTERM");
    await once(stopped, "exit");
  }

  return { start, stop };
}
