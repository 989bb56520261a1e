import type { Audited, DeadLetter, Truth } from '../worker/answers.ts';
import type { Faults } from '../worker/faults.ts';

/** What chaos/worker/questions.ts answers. */
export class Questions {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  async setFaults(faults: Faults): Promise<void> {
    await this.#ask('faults', {}, faults);
  }

  async truth(workspace: string, channel: string, user: string): Promise<Truth> {
    return this.#ask('truth', { workspace, channel, user });
  }

  /** All that the audit log has of a channel, in order. */
  async audit(workspace: string, channel: string): Promise<Audited[]> {
    const all: Audited[] = [];
    for (;;) {
      const { entries } = await this.#ask<{ entries: Audited[] }>('audit', {
        workspace,
        channel,
        seq: all.at(-1)?.seq ?? 0,
      });
      if (entries.length === 0) return all;
      all.push(...entries);
    }
  }

  async deadLetters(workspace: string): Promise<DeadLetter[]> {
    const { letters } = await this.#ask<{ letters: DeadLetter[] }>('dead-letters', { workspace });
    return letters;
  }

  async replay(workspace: string, channel: string, seq: number): Promise<void> {
    await this.#ask('replay', { workspace, channel, seq });
  }

  async #ask<T>(question: string, query: Record<string, string | number>, body: object = {}): Promise<T> {
    const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
    const answer = await fetch(`${this.#url}/chaos/${question}?${search.toString()}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${question}: ${answer.status} ${await answer.text()}`);
    const read: T = await answer.json();
    return read;
  }
}
