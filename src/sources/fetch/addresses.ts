import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { z } from "zod";
import { bundledFile } from "../../base/data-folder.ts";

const file = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  /** The name to keep it under: never taken from the server. */
  file: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});

const address = z.strictObject({
  title: z.string(),
  publisher: z.string(),
  licence: z.string(),
  checked: z.enum(["yes", "no"]),
  unpack: z.string().optional(),
  reason: z.string().optional(),
  files: z.array(file),
});

/** Where a source can be had, and on what terms. */
export type Address = z.infer<typeof address>;

/** The addresses of `data/fetch.yaml` by name. */
export async function readAddresses(path: string = bundledFile("fetch.yaml")): Promise<ReadonlyMap<string, Address>> {
  const read = z.record(z.string(), address).parse(parse(await readFile(path, "utf8")));
  return new Map(Object.entries(read));
}
