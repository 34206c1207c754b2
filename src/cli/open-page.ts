import { spawn } from "node:child_process";

/** Opens an address in the browser of the desktop, where there is one; does nothing elsewhere. */
export function openPage(address: string): void {
  const { platform, env } = process;
  const opener = platform === "darwin" ? "open" : platform === "win32" ? null : env.DISPLAY || env.WAYLAND_DISPLAY ? "xdg-open" : null;
  if (opener === null) return;
  spawn(opener, [address], { stdio: "ignore", detached: true })
    .on("error", () => undefined)
    .unref();
}
