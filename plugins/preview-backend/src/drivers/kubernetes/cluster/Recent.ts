// SPDX-License-Identifier: Apache-2.0

/**
 * Remembers a few answers that do not change, so that they are asked for once.
 * What is not `final` is asked for again.
 */
export class Recent<T> {
  private readonly answers = new Map<string, Promise<T>>();

  constructor(
    private readonly size: number,
    private readonly final: (answer: T) => boolean = () => true,
  ) {}

  once(key: string, ask: () => Promise<T>): Promise<T> {
    const known = this.answers.get(key);
    if (known) {
      return known;
    }
    const answer = ask();
    this.answers.set(key, answer);
    answer.then(
      value => this.final(value) || this.answers.delete(key),
      () => this.answers.delete(key),
    );
    const [oldest] = this.answers.keys();
    if (this.answers.size > this.size) {
      this.answers.delete(oldest);
    }
    return answer;
  }
}
