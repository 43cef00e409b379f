// For any environment, small pages that show all that it does with numbers.

/** `args` are the kinds of its arguments. */
export function environmentPages(name: string, args: string): readonly (readonly string[])[] {
  const open = `\\begin{${name}}${[...args].map((kind) => argumentOf(kind, name)).join('')} `;
  const close = `\\end{${name}}`;
  const next = ['\\begin{equation}z\\label{z}\\end{equation}', '$\\eqref{a}\\eqref{b}\\eqref{z}$'];
  const pages = [
    [`${open}a\\label{a}\\\\b\\label{b}${close}`],
    [`${open}a\\label{a}${close}`],
    [`${open}a\\\\b\\\\ ${close}`],
    [`${open}${close}`],
    [`${open}a\\tag{t}\\label{a}${close}`],
    [`$$${open}a${close}\\tag{u}\\label{a}$$`],
    [`$$\\label{a}${open}a\\label{b}${close}$$`],
    [`\\begin{equation}${open}a\\label{a}\\\\b${close}\\end{equation}`],
    [`\\begin{equation}${open}a\\tag{t}\\label{a}${close}\\end{equation}`],
    [`\\begin{gather}${open}a\\label{a}\\\\b${close}\\label{b}\\\\c\\end{gather}`],
    [`\\begin{gather}${open}a${close}\\tag{t}\\\\c\\end{gather}`],
    [`${open}\\begin{align}p\\label{a}\\\\q\\label{b}\\end{align}${close}`],
    [`${open}\\begin{gather}p\\\\q\\end{gather}\\\\r${close}`],
    [`$${open}a${close}\\tag{v}\\label{a}$`],
    [`$$${open}a${close}${open}b${close}$$`],
    [`$$\\tag{t}${open}a${close}\\label{a}$$`],
    [`$$x${open}a\\\\b${close}$$`],
    [`$$${open}a\\\\b${close}\\tag{w}$$`],
  ];
  return pages.map((page) => [...page, ...next]);
}

function argumentOf(kind: string, name: string): string {
  if (kind === 'o') return '[c]';
  if (name.includes('alignat') || name === 'alignedat') return '{2}';
  return name === 'spreadlines' ? '{1em}' : '{c}';
}
