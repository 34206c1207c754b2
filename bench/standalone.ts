import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { join } from "node:path";

export interface Standalone {
  readonly master: string;
  /** Ends a worker (from 0) at once, as where its host is lost; its tasks go to the others. */
  kill(worker: number): Promise<void>;
  stop(): Promise<void>;
}

/** A cluster of Spark on loopback: a master, and workers with a core each. */
export async function startStandalone(home: string, folder: string, workers: number): Promise<Standalone> {
  mkdirSync(folder, { recursive: true });
  const env = { ...process.env, SPARK_LOCAL_IP: "127.0.0.1", SPARK_HOME: home };
  const children: ChildProcess[] = [];
  const start = async (words: readonly string[], said: RegExp): Promise<RegExpExecArray> => {
    const child = spawn(join(home, "bin", "spark-class"), words, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
    children.push(child);
    let log = "";
    return new Promise((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding("utf8").on("data", (text: string) => {
          log += text;
          const found = said.exec(log);
          if (found !== null) resolve(found);
        });
      child.on("close", () => reject(new Error(`Spark ended before it began: ${log}`)));
    });
  };
  const local = ["--host", "127.0.0.1", "--port", "0", "--webui-port", "0"];
  const [, master = ""] = await start(["org.apache.spark.deploy.master.Master", ...local], /Starting Spark master at (spark:\/\/[\d.:]+)/);
  const worker = (at: number): Promise<RegExpExecArray> =>
    start(
      [
        "org.apache.spark.deploy.worker.Worker",
        ...local,
        "--cores",
        "1",
        "--memory",
        "1500m",
        "--work-dir",
        join(folder, `worker${at}`),
        master,
      ],
      /Successfully registered with master/,
    );
  for (let at = 0; at < workers; at++) await worker(at);
  const end = async (child: ChildProcess | undefined, signal: "SIGKILL" | "SIGTERM"): Promise<void> => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "close");
    child.kill(signal);
    await ended;
  };
  return {
    master,
    kill: (at) => end(children[at + 1], "SIGKILL"),
    async stop() {
      for (const child of [...children].reverse()) await end(child, "SIGTERM");
    },
  };
}
