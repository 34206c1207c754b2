/** Where the browser is: `LEVERMAP_CHROMIUM`, or the first that is installed; `null`: none is. */
export function browserPath(): string | null;
