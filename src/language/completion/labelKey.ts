// Where the name of a label ends that has already been closed.

/** Of such a name, the part behind the cursor is replaced too. */
export function restOfKey(after: string): number {
  const rest = /^[^{}\\$\s]*(?=\})/.exec(after);
  return rest ? rest[0].length : 0;
}
