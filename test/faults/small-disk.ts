import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { open, rm, statfs } from "node:fs/promises";
import { join } from "node:path";
import { bin } from "../cli/run.ts";

const isRoot = process.getuid?.() === 0;

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A real file system of a few megabytes that only its own processes see. */
export interface SmallDisk {
  /** Where its processes find it. */
  readonly inside: string;
  /** Where this process finds it: not a path to be resolved. */
  readonly outside: string;
  /** Runs the built command line where the disk is seen. */
  run(words: readonly string[]): Promise<Ended>;
  /** Fills it up to so many bytes; what filled it before is removed. */
  fill(left: number): Promise<void>;
  /** Removes what filled it. */
  free(): Promise<void>;
  stop(): Promise<void>;
}

const filler = "filler";

/** Mounts a file system in a namespace of its own; `null` where this is not allowed. */
export async function smallDisk(folder: string, megabytes: number): Promise<SmallDisk | null> {
  const inside = join(folder, "disk");
  mkdirSync(inside, { recursive: true });
  const script = 'mount -t tmpfs -o size="$2"m tmpfs "$1" && echo mounted && exec sleep 86400';
  const holder = spawn("unshare", [...(isRoot ? [] : ["-U", "-r"]), "-m", "sh", "-c", script, "sh", inside, String(megabytes)], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const gone = new Promise<"gone">((resolve) => holder.on("error", () => resolve("gone")).on("close", () => resolve("gone")));
  if ((await Promise.race([once(holder.stdout, "data"), gone])) === "gone") return null;
  const entering = ["-t", String(holder.pid), ...(isRoot ? [] : ["-U", "--preserve-credentials"]), "-m"];
  const outside = join(`/proc/${holder.pid}/root`, inside);
  const free = (): Promise<void> => rm(join(outside, filler), { force: true });
  return {
    inside,
    outside,
    run: (words) => ended("nsenter", [...entering, process.execPath, bin, ...words]),
    async fill(left) {
      await free();
      const { bavail, bsize } = await statfs(outside);
      const file = await open(join(outside, filler), "w");
      try {
        for (let rest = bavail * bsize - left; rest > 0; rest -= 1 << 20) await file.write(Buffer.alloc(Math.min(rest, 1 << 20)));
      } finally {
        await file.close();
      }
    },
    free,
    async stop() {
      holder.kill();
      await gone;
    },
  };
}

/** Runs a program to its end. */
export async function ended(
  program: string,
  args: readonly string[],
  options: { uid?: number; gid?: number; cwd?: string } = {},
): Promise<Ended> {
  // Only against what hangs
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"], timeout: 600_000, killSignal: "SIGKILL", ...options });
  const texts = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const)
    child[name].setEncoding("utf8").on("data", (text: string) => {
      texts[name] += text;
    });
  const [code] = (await once(child, "close")) as [number | null];
  return { code, ...texts };
}
