import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

/** Smaller files stay as they are. */
const worthwhile = 1400;

/** Packs the files of the page by brotli, as the server sends them; what is packed is there in no other form. */
export function packAssets(folder) {
  for (const name of readdirSync(folder)) {
    const [path, bytes] = [join(folder, name), readFileSync(join(folder, name))];
    if (bytes.length < worthwhile) continue;
    writeFileSync(`${path}.br`, brotliCompressSync(bytes));
    rmSync(path);
  }
}
