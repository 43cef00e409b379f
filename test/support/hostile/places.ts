// Where hostile text can stand in a post.

const raw = String.raw;

type Place = (text: string) => string;

/** For HTML: all but the last ones let it through as HTML. */
export const placesOfHtml: Readonly<Record<string, Place>> = {
  prose: (text) => `before ${text} after`,
  alone: (text) => text,
  list: (text) => `- one\n- ${text}\n\n  1. two ${text}`,
  quote: (text) => `> ${text}\n> after`,
  cell: (text) => `| a | b |\n| --- | --- |\n| ${text} | b |`,
  heading: (text) => `## Head ${text}`,
  footnote: (text) => `x[^n]\n\n[^n]: note ${text}`,
  emphasis: (text) => `**${text}** *x ${text}*`,
  'a link': (text) => `[${text}](x.md)`,
  'raw HTML': (text) => `<div>\n${text}\n</div>`,
  'a table of HTML': (text) => `<table><tr><td>${text}</td></tr></table>`,
  'an attribute': (text) => `<b title="${text}">x</b>`,
  'a comment': (text) => `<!-- ${text} -->`,
  'a title citation': (text) => `《${text}》`,
  'front matter': (text) =>
    `---\ntitle: ${JSON.stringify(text)}\ntags: [${JSON.stringify(text)}]\n---\n\nx`,
  'a code info string': (text) => `\`\`\`${text}\nx\n\`\`\``,
  code: (text) => `\`\`\`html\n${text}\n\`\`\`\n\nand \`${text}\``,
  'an alternative text': (text) => `![${text}](x.png)`,
  'a link title': (text) => `[x](x.md '${text}') ![x](x.png "${text}")`,
  'a label': (text) =>
    raw`\begin{equation}x\label{${text}}\end{equation}` + `\n\n$\\eqref{${text}}$`,
  'a reference': (text) => `by \\eqref{${text}} and $y\\overset{\\eqref{${text}}}{=}z$`,
  'a tag': (text) => raw`\begin{equation}x\tag{${text}}\label{a}\end{equation} by $\eqref{a}$`,
  'a text': (text) => `$x\\text{${text}}$ and $$\\mbox{${text}}$$`,
  'a formula': (text) => `$${text}$\n\n$$\n${text}\n$$`,
  'a macro': (text) => raw`$\newcommand{\m}{\text{${text}}}\m$ and $\m\nosuch$`,
  'a worksheet': (text) => `\`\`\`eval\nx = 1\n${text}\n\`\`\``,
  'a mark': (text) => `$1+1$<!--= ${text} -->`,
};

export const placesOfTex: Readonly<Record<string, Place>> = {
  inline: (text) => `before $${text}$ after`,
  display: (text) => `$$\n${text}\n$$`,
  equation: (text) => `\\begin{equation}${text}\\end{equation}`,
  rows: (text) => `text \\begin{align}x&=y\\\\${text}\\end{align} text`,
  list: (text) => `- one $${text}$`,
  quote: (text) => `> $$\n> ${text}\n> $$`,
  cell: (text) => `| a | b |\n| --- | --- |\n| $${text}$ | b |`,
  heading: (text) => `## Head $${text}$`,
  footnote: (text) => `x[^n]\n\n[^n]: note $${text}$`,
  'raw HTML': (text) => `<p>$${text}$ and $$${text}$$</p>`,
  'a text': (text) => `$\\text{$${text}$}$`,
  'a macro': (text) => `$\\newcommand{\\m}{${text}}$\n\n$\\m$`,
  'a tag': (text) => `\\begin{equation}x\\tag{$${text}$}\\end{equation}`,
  'a worksheet': (text) => `\`\`\`eval\ny = ${text}\ny\n\`\`\``,
};
