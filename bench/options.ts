/** The value after `--name` in the arguments. */
export function textOption(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}

export const option = (name: string, otherwise: number): number => Number(textOption(name) ?? otherwise);
