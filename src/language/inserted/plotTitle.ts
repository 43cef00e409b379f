// A plot in words, for who does not see it: the statement without the marks of TeX and Markdown.

export function plotTitle(statement: string): string {
  return statement
    .replace(/^[a-z]+(?:\[[^\]]*\])?\s+/, '')
    .replace(/\\(?:left|right|operatorname|text|mathrm|mathbf|boldsymbol)\b/g, '')
    .replace(/\\[ ,;:!]/g, ' ')
    .replace(/\\([A-Za-z]+)/g, ' $1 ')
    .replace(/\[/g, '(')
    .replace(/\]/g, ')')
    .replace(/[\\{}$<>`*_|~#&"']/g, ' ')
    .replace(/\s+([,.)])/g, '$1')
    .replace(/\(\s+/g, '(')
    .replace(/\s+/g, ' ')
    .trim();
}
