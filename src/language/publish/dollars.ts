// Formulas between dollars, as most engines read them.

export function inDollars(tex: string, isDisplay: boolean): string {
  if (!isDisplay) return `$${tex.replace(/\s*\n\s*/g, ' ').trim()}$`;
  const lines = tex.split('\n').map((line) => line.trim());
  return ['$$', ...lines.filter((line) => line !== ''), '$$'].join('\n');
}
