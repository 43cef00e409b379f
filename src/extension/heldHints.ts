// The hints of the line that is being typed in: they stay as they are, and move with the text around them.

export interface PlacedHint<Hint> {
  readonly line: number;
  readonly character: number;
  readonly hint: Hint;
}

interface Place {
  readonly line: number;
  readonly character: number;
}

interface TextChange {
  readonly start: Place;
  readonly end: Place;
  readonly text: string;
}

export class HeldHints<Hint> {
  #shown: readonly PlacedHint<Hint>[] = [];

  /** What to show for a fresh answer while a line is typed in; `null` where none is. */
  steady(fresh: readonly PlacedHint<Hint>[], typed: number | null): readonly PlacedHint<Hint>[] {
    if (typed === null) this.#shown = fresh;
    else {
      const held = this.#shown.filter(({ line }) => line === typed);
      this.#shown = [...fresh.filter(({ line }) => line !== typed), ...held];
    }
    return this.#shown;
  }

  changed(changes: readonly TextChange[]): void {
    for (const change of changes) this.#shown = moved(this.#shown, change);
  }
}

/** Where lines are made or joined, nothing is kept: each has hints of its own again after a pause. */
function moved<Hint>(
  hints: readonly PlacedHint<Hint>[],
  { start, end, text }: TextChange,
): readonly PlacedHint<Hint>[] {
  if (start.line !== end.line || /[\r\n]/.test(text)) return [];
  return hints.flatMap((hint) => {
    if (hint.line !== start.line || hint.character < start.character) return [hint];
    // What it stood behind is gone.
    if (hint.character < end.character) return [];
    const character = hint.character + text.length - (end.character - start.character);
    return [{ ...hint, character }];
  });
}
