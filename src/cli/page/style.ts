/** Weight and dimness on a terminal; nothing elsewhere. */
export class Style {
  readonly #on: boolean;

  constructor(on: boolean) {
    this.#on = on;
  }

  strong(text: string): string {
    return this.#wrap(text, 1, 22);
  }

  faint(text: string): string {
    return this.#wrap(text, 2, 22);
  }

  #wrap(text: string, on: number, off: number): string {
    return this.#on && text !== "" ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  }
}
