// What fixes do, as menus offer them.

export const fixTexts = {
  'fix.replace': 'Replace {old} by {text}',
  'fix.cite': 'Cite it as {text}',
  'fix.front-matter': 'Write “{line}” into the front matter',
  'fix.space-braces': 'Put a space between the two braces',
  'fix.halve-backslashes': 'Write \\\\ in place of four backslashes',
  'fix.dollars': 'Put it between dollars, where the site’s Markdown leaves it alone',
  'fix.escapes': 'Write a backslash more where the site’s Markdown takes one',
  'fix.label-row': 'Put {label} into equation {shown}: {tex}',
  'fix.label-row.elsewhere': 'Put {label} into equation {shown} of {post}: {tex}',
  'fix.label-and-refer': 'Replace {old} by {text}, and give the equation this label',
  'fix.number-row': 'Number the row of {label}: {shown}',
  'fix.move-label': 'Move {label} into row {shown}: {tex}',
  'fix.remove': 'Remove {text}',
  'fix.keep-label': 'Keep {label}, and remove “{other}”',
  'fix.keep-label.references': 'Keep {label}, and refer to it in place of “{other}”',
  'fix.link': 'Link {title} to {post}',
} as const;
