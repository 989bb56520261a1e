/** One line on a terminal that is written over and over; nothing where the output goes to a file. */
export class ProgressLine {
  readonly #stream: NodeJS.WriteStream;
  #shown = '';

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  show(text: string): void {
    if (!this.#stream.isTTY || text === this.#shown) return;
    const cut = text.slice(0, (this.#stream.columns || 80) - 1);
    this.#stream.write(`\r${cut}${' '.repeat(Math.max(0, this.#shown.length - cut.length))}`);
    this.#shown = cut;
  }

  clear(): void {
    this.show('');
    if (this.#stream.isTTY) this.#stream.write('\r');
    this.#shown = '';
  }
}
