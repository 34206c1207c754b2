export function contentOf(paths: readonly string[]): string;
