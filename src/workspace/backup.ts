import { access } from "node:fs/promises";
import { join } from "node:path";
import type { Effects } from "../base/effects.ts";

/** A free path `backups/levermap-v<version>-<time>.duckdb`; the version is `unknown` if it cannot be read. */
export async function backupPath(dir: string, version: number | null, effects: Effects): Promise<string> {
  const time = effects.clock.now().toISOString().replace(/[-:]/g, "").replace(".", "-");
  const stem = join(dir, "backups", `levermap-${version === null ? "unknown" : `v${version}`}-${time}`);
  for (let copy = 1; ; copy += 1) {
    const path = copy === 1 ? `${stem}.duckdb` : `${stem}-${copy}.duckdb`;
    if (!(await exists(path))) return path;
  }
}

export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
