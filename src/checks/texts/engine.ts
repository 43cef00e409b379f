// What findings say of what Markdown engines do to formulas.

export const engineTexts = {
  'engine.lost-rows':
    'The site’s Markdown leaves \\ of \\\\ here: of {meant} rows readers see {seen}. Write \\\\\\\\ for \\\\.',
  'engine.lost-rows.dollars':
    'The site’s Markdown leaves \\ of \\\\ here: of {meant} rows readers see {seen}. Put the formula between $$ and $$.',
  'engine.lost-rows.numbers':
    'The site’s Markdown leaves \\ of \\\\ here: of {meant} rows readers see {seen}, and all later numbers shift. Write \\\\\\\\ for \\\\.',
  'engine.lost-rows.numbers.dollars':
    'The site’s Markdown leaves \\ of \\\\ here: of {meant} rows readers see {seen}, and all later numbers shift. Put the formula between $$ and $$.',
  'engine.eaten-backslash':
    'The site’s Markdown takes the backslash of {commands} in this formula: the math engine reads {signs}. Write one backslash more.',
  'engine.eaten-backslash.dollars':
    'The site’s Markdown takes the backslash of {commands} in this formula: the math engine reads {signs}. Put the formula between $$ and $$.',
  'engine.eaten-backslash.comment':
    'The site’s Markdown takes the backslash of {commands} in this formula: behind % the math engine reads nothing more of the line. Write one backslash more.',
  'engine.eaten-backslash.comment.dollars':
    'The site’s Markdown takes the backslash of {commands} in this formula: behind % the math engine reads nothing more of the line. Put the formula between $$ and $$.',
  'engine.left-over':
    'Four backslashes make an empty row here, since the site’s Markdown takes none of them: left over from an engine that did. Write \\\\.',
  'engine.left-over.numbers':
    'Four backslashes make an empty row that takes a number ({count} in this formula), since the site’s Markdown takes none of them: left over from an engine that did. Write \\\\.',
  'engine.smart-quotes':
    'The site’s Markdown makes {shown} of {written} in this formula: readers see another sign. Write a command for it, such as ^\\prime.',
  'engine.template':
    'The site’s templates take {mark} for their own before Markdown runs: the formula breaks, or the site is not built. Put a space between the two signs, or the formula between {% raw %} and {% endraw %}.',
  'engine.not-a-formula.delimiter':
    'The site’s Markdown takes the backslash of {mark}: readers see the source of this formula. Write \\{mark}, or $ and $$.',
  'engine.not-a-formula.brace':
    'The site’s Markdown takes the backslash of {mark}, so that the braces of this formula do not close: readers see its source. Write \\{mark}.',
  'engine.not-a-formula.blank-line':
    'A blank line ends the paragraph inside this formula: readers see its source. Remove the blank line.',
  'engine.not-a-formula.line':
    'A line of this formula begins with {mark}, which makes a list, a heading or a quote of it: readers see its source. Join the line to the one before.',
  'engine.not-a-formula.pipe':
    'The site’s Markdown makes a table of the {mark} in this formula: readers see its source. Write \\vert or \\mid.',
  'engine.not-a-formula.html':
    'The site’s Markdown takes the {mark} in this formula for HTML: readers see its source. Write \\lt, or put spaces around it.',
  'engine.not-a-formula.link':
    'The site’s Markdown makes a link of the brackets in this formula: readers see its source. Write \\lbrack, or put a space behind the bracket.',
  'engine.not-a-formula.emphasis':
    'The site’s Markdown takes {mark} in this formula for emphasis: readers see its source. Write \\{mark}, or put spaces around it.',
  'engine.not-a-formula.emphasis.several':
    'The site’s Markdown takes {mark} in this formula for emphasis, which takes {count} formulas apart: readers see their source. Write \\{mark} in each, or put spaces around it.',
  'engine.not-a-formula.mark': 'This takes the formula apart.',
  'engine.not-a-formula.other': 'This formula is taken apart, too.',
} as const;
