// What fixes do, as menus offer them.

export const fixTexts = {
  'fix.replace': 'Replace {old} by {text}',
  'fix.cite': 'Cite it as {text}',
  'fix.front-matter': 'Write “{line}” into the front matter',
  'fix.space-braces': 'Put a space between the two braces',
  'fix.halve-backslashes': 'Write \\\\ in place of four backslashes',
  'fix.dollars': 'Put it between dollars, where the site’s Markdown leaves it alone',
  'fix.escapes': 'Write a backslash more where the site’s Markdown takes one',
} as const;
