import { readdirSync, readFileSync } from "node:fs";

/** Processes below one, that one first (Linux). */
export function familyOf(pid: number): number[] {
  const parents = readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    const stat = readText(`/proc/${name}/stat`);
    return stat === "" ? [] : [[Number(name), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1])] as const];
  });
  const below = (of: number): number[] => [of, ...parents.filter(([, parent]) => parent === of).flatMap(([each]) => below(each))];
  return below(pid);
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** Resident memory of a process. */
export const megabytes = (pid: number): number => Number(/^VmRSS:\s+(\d+)/m.exec(readText(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;

const timesOf = (pid: number, fields: readonly number[]): number => {
  const stat = readText(`/proc/${pid}/stat`).split(") ")[1]?.split(" ") ?? [];
  return fields.reduce((sum, at) => sum + Number(stat[at] ?? 0), 0) / 100;
};

/** Processor seconds of a process so far; a tick is a hundredth of a second. */
export const secondsOf = (pid: number): number => timesOf(pid, [11, 12]);

/** With those of the processes below it, ended ones too. */
export const secondsOfAll = (pid: number): number => familyOf(pid).reduce((sum, each) => sum + timesOf(each, [11, 12, 13, 14]), 0);

/** Processes of this machine that have these words one after the other in their command; those that have them within one word, as a shell or Spark's driver, are not among them. */
export const processesWith = (words: readonly string[]): number[] =>
  readdirSync("/proc").flatMap((name) =>
    /^\d+$/.test(name) && readText(`/proc/${name}/cmdline`).includes(`\0${words.join("\0")}\0`) ? [Number(name)] : [],
  );
