import { describe, expect, it } from "vitest";
import { asLevermapError } from "../../src/base/errors.ts";

describe("asLevermapError", () => {
  it.each([
    ['IO Error: Could not write file "/w/load.csv": No space left on device', "LM_DISK_SPACE"],
    ["FATAL Error: Failed to create checkpoint because of error: Could not write file: No space left on device", "LM_DISK_SPACE"],
    ["ENOSPC: no space left on device, write", "LM_DISK_SPACE"],
    ["EDQUOT: disk quota exceeded, open '/w/a'", "LM_DISK_SPACE"],
    ["EACCES: permission denied, open '/w/a'", "LM_NO_PERMISSION"],
    ["EROFS: read-only file system, mkdir '/w/a'", "LM_NO_PERMISSION"],
    ["EIO: i/o error, read", "LM_DISK_FAULT"],
    ["IO Error: Could not read from file: Input/output error", "LM_DISK_FAULT"],
    ["Command failed: node -e copy\nError: ENOSPC: no space left on device, copyfile 'a' -> 'b'", "LM_DISK_SPACE"],
    ["ENOENT: no such file or directory, mkdtemp '/none/levermap-x'", "LM_FILE_NOT_FOUND"],
    ["ENOENT: no such file or directory, open '/none'", "LM_INTERNAL"],
    ["Cannot read properties of undefined", "LM_INTERNAL"],
  ])("%s", (message, code) => {
    const error = asLevermapError(new Error(message));
    expect(error.code).toBe(code);
    expect(error.message).toContain(message.split("\n").at(-1));
  });

  it("leaves coded errors as they are, and takes no text for a fault of the disk", () => {
    const coded = asLevermapError(new Error("x"));
    expect(asLevermapError(coded)).toBe(coded);
    expect(asLevermapError("permission denied").code).toBe("LM_INTERNAL");
  });
});
