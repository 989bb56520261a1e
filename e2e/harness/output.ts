/** What a process prints, and a way to wait for a line of it. */
export class Output {
  text = '';
  #ended = false;
  readonly #waiting = new Set<() => void>();

  begin(): void {
    this.#ended = false;
  }

  append(text: string): void {
    this.text += text;
    this.#wake();
  }

  /** Nothing more comes: whoever waits is told so. */
  end(): void {
    this.#ended = true;
    this.#wake();
  }

  /** The first match at or after position `from`, now or later. Rejects when the output ends without, or after 60 s. */
  async waitFor(pattern: RegExp, from: number): Promise<{ groups: string[]; end: number }> {
    const deadline = AbortSignal.timeout(60_000);
    for (;;) {
      const match = pattern.exec(this.text.slice(from));
      if (match !== null) return { groups: match.slice(1), end: from + match.index + match[0].length };
      if (this.#ended || deadline.aborted) {
        throw new Error(
          `${this.#ended ? 'It ended' : 'A minute passed'} without printing ${String(pattern)}:\n${this.text}`,
        );
      }
      await this.#change(deadline);
    }
  }

  async #change(deadline: AbortSignal): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting.add(resolve);
    deadline.addEventListener('abort', () => resolve(), { once: true });
    await promise;
    this.#waiting.delete(resolve);
  }

  #wake(): void {
    for (const resolve of this.#waiting) resolve();
  }
}
