// What comes while work is under way, taken together in the next pass: a checkout of a branch is thousands of files.

export class Gathering {
  readonly #pass: (items: readonly string[]) => Promise<void>;
  #waiting = new Set<string>();
  #running: Promise<void> | null = null;

  /** `pass` works through items, each of them once. */
  constructor(pass: (items: readonly string[]) => Promise<void>) {
    this.#pass = pass;
  }

  /** Settles when the items, and all that came meanwhile, have had their pass. */
  add(items: readonly string[]): Promise<void> {
    for (const item of items) this.#waiting.add(item);
    this.#running ??= this.#run().finally(() => (this.#running = null));
    return this.#running;
  }

  async #run(): Promise<void> {
    while (this.#waiting.size > 0) {
      const items = [...this.#waiting];
      this.#waiting = new Set();
      await this.#pass(items);
    }
  }
}
