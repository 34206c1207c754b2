import { join } from "node:path";
import { expect, test } from "vitest";
import { digestFile } from "../../../src/sources/files/file-digest.ts";
import { folderOf } from "../support.ts";

/** SHA-256 of "abc" and of no bytes, FIPS 180-4. */
const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
const none = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

test("size and SHA-256 of a file are those published for its bytes; a stop is its reason", async () => {
  const folder = await folderOf({ three: "abc", empty: "" });
  expect(await digestFile(join(folder, "three"))).toEqual({ bytes: 3, sha256: abc });
  expect(await digestFile(join(folder, "empty"))).toEqual({ bytes: 0, sha256: none });
  await expect(digestFile(join(folder, "three"), AbortSignal.abort(new Error("stopped")))).rejects.toThrow("stopped");
  await expect(digestFile(join(folder, "absent"))).rejects.toMatchObject({ code: "ENOENT" });
});
