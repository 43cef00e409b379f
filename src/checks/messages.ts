// The texts of all findings: a template for each code, in English; other languages translate the templates.
import { evaluationText } from '../evaluate/messages.js';

export const templates = {
  'label.undefined':
    'No equation of this post has the label “{key}”: readers see (???). Add \\label{{key}} to the equation, or correct the name.',
  'label.undefined.near':
    'No equation of this post has the label “{key}”: readers see (???). Did you mean “{near}”?',
  'label.undefined.elsewhere':
    'The label “{key}” is not of this post but of {post}, and labels do not reach across pages: readers see (???). Link to that post instead.',
  'label.duplicate':
    'The label “{key}” is already taken on this page: readers see an error in place of this equation. Rename one of the two.',
  'label.duplicate.last-wins':
    'The label “{key}” is already taken on this page: its references show the number of only one of the two equations. Rename one of them.',
  'label.duplicate.first': 'The label “{key}” is first defined here.',
  'label.unused': 'Nothing refers to the label “{key}”.',
  'label.multiple-in-row':
    'This row has two labels: readers see an error in place of the equation. Keep one, here “{key}” or “{other}”.',
  'label.multiple-in-row.other': 'The row has its other label here.',
  'label.without-number.starred':
    'The label “{key}” has no number, since {environment} numbers nothing: its references show (???). Write {unstarred}, or add \\tag{…}.',
  'label.without-number.delimiters':
    'The label “{key}” has no number, since a formula between {environment} is not numbered here: its references show (???). Use the environment equation, or add \\tag{…}.',
  'label.without-number.row':
    'The label “{key}” has no number, since its row in {environment} has none: its references show (???). Remove \\notag or \\nonumber, or move the label to a numbered row.',
  'label.without-number.inner':
    'The label “{key}” has no number, since it stands in an inner environment: its references show (???). Move it in front of the inner \\begin.',
  'label.without-number.inline':
    'The label “{key}” has no number, since it stands in an inline formula: its references show (???). Move it into a numbered display.',
  'label.without-number.moved':
    'The label “{key}” stands in a row without a number and goes to the next row. Move it to the row that it means.',
  'label.without-number.site':
    'The label “{key}” has no number, since this site numbers no equations (tags: none): its references show (???). Add \\tag{…}, or switch numbering on in the site.',
  'label.without-number.reference': 'This reference shows (???).',
  'display.multiple-labels':
    'A row of this formula has two labels: readers see an error in place of it. Keep one beside “{subject}”.',
  'display.multiple-tags':
    'This row has a second \\tag: readers see an error in place of the formula. Keep one.',
  'display.tag-not-allowed':
    '\\tag is not allowed in {subject}: readers see an error in place of the formula. Move it to the display around it.',
  'display.unknown-environment':
    'The math engine does not know the environment {subject}: readers see an error in place of the formula. Use one that it knows, such as equation, align or gather.',
  'display.wrong-nesting':
    'The environment {subject} may not begin or end here, inside another one: readers see an error in place of the formula. Close what is open first, or use an inner form such as aligned or gathered.',
  'display.unclosed-environment':
    'The environment {subject} is not closed: readers see an error, or the source, in place of the formula. Add \\end{{subject}}.',
  'display.unclosed-brace':
    'A brace of this formula is not closed: readers see an error in place of it. Add the missing }.',
  'display.extra-close':
    'This closes what is not open ({subject}): readers see an error in place of the formula. Remove it, or open it before.',
  'display.endless-macro':
    'The macro {subject} expands without end: readers see an error in place of the formula. Define it by other commands than itself.',
  'display.unsupported-command':
    'KaTeX does not know {subject}: readers see an error in place of the formula. Use a site with MathJax, or write the number by hand.',
  'tex.unclosed-brace':
    'A brace of this formula is not closed: readers see an error in place of it. Add the missing }.',
  'tex.extra-close':
    'This closes what is not open ({subject}): readers see an error in place of the formula. Remove it, or open it before.',
  'tex.unclosed-environment':
    'The environment {subject} is not closed within its formula: readers see an error in place of it. Add \\end{{subject}}.',
  'tex.unclosed-left':
    '\\left has no \\right in its group: readers see an error in place of the formula. Add \\right, with . for an invisible one.',
  'tex.missing-argument':
    '{subject} lacks an argument: readers see an error in place of the formula. Write it in braces.',
  'tex.double-superscript':
    'Two superscripts on one base: readers see an error in place of the formula. Group them with braces.',
  'tex.double-subscript':
    'Two subscripts on one base: readers see an error in place of the formula. Group them with braces.',
  'tex.misplaced-cell':
    'There are no columns here for & to divide: readers see an error in place of the formula. Use an environment with columns, such as align or split, or write \\& for the sign.',
  'tex.misplaced-middle':
    '\\middle has no \\left before it: readers see an error in place of the formula. Add \\left and \\right, or write the sign alone.',
  'tex.bad-delimiter':
    'What follows {subject} is no delimiter: readers see an error in place of the formula. Write one such as (, \\{, | or . for an invisible one.',
  'tex.unclosed.environment':
    '\\begin{{environment}} has no \\end{{environment}} before the end of the paragraph: readers see its source. Add \\end{{environment}}.',
  'tex.unclosed.dollars':
    'Nothing closes this $$ before the end of the paragraph: readers see the source of the formula. Add the closing $$.',
  'tex.unclosed.brace':
    'This brace is not closed, so that the formula finds no end: readers see its source, or an error. Add the missing }.',
  'link.missing-label':
    'No equation of {post} has the label “{key}”: this link leads to no equation. Correct the name, or add \\label{{key}} there.',
  'link.missing-label.near':
    'No equation of {post} has the label “{key}”: this link leads to no equation. Did you mean “{near}”?',
  'tex.table-pipe': 'In a table \\| is a single bar: readers see |…| and no norm. Write \\Vert.',
  'eval.claim': '{source} does not hold: the left side is {value}, the right side is {expected}.',
  'eval.claim.unequal': '{source} does not hold.',
  'eval.claim.stated': 'The value of {source} is {value}, not {expected}.',
  'eval.problem': '{problem}',
  'macros.unclosed-brace':
    'A brace of this {subject} is not closed: the definition is left out. Add the missing }.',
  'macros.no-name':
    'This {subject} names no command: it is left out. Write the command behind it, such as {subject}{\\name}.',
  'macros.no-body':
    'This {subject} does not say what its command becomes: it is left out. Write that in braces.',
  'macros.parameters':
    'The parameters of this {subject} do not agree: the definition is left out. Give their count, from 0 to 9, and use #1 up to it.',
  'macros.argument-kinds':
    'Of the kinds of arguments in this {subject} only m, and O{…} for the first, mean anything to formulas: the definition is left out. Use \\newcommand.',
  'macros.internal-command':
    'This {subject} uses a command with @ in its name, which formulas cannot: the definition is left out. Write what that command does.',
  'macros.file-missing':
    'There is no file {path}, or a link stands in its place: none of its macros holds. Correct the path, which counts from the folder of this file.',
  'macros.file-outside':
    '{path} is outside of the folder that is open: none of its macros holds. Move it into the folder, and name it by a relative path.',
  'macros.file-ending':
    '{path} does not end in .tex or .sty: none of its macros holds. Rename it, or remove it here.',
  'macros.file-not-text': '{path} is no text: none of its macros holds. Save it as UTF-8.',
  'macros.file-too-large':
    '{path} has {size} MB, and a file of macros may have {limit}: none of its macros holds. Keep the macros that formulas use in a file of their own.',
} as const;

export type MessageCode = keyof typeof templates;

/** A message is a code and what it names; its text is made where a person reads it. */
export interface Message {
  readonly code: MessageCode;
  readonly data: Readonly<Record<string, string>>;
}

export function message(code: MessageCode, data: Readonly<Record<string, string>> = {}): Message {
  return { code, data };
}

/** English template → template in the reader's language. */
export type Translations = Readonly<Record<string, string>>;

export function textOf(message: Message, translations: Translations = {}): string {
  const { code, data } = message;
  // Evaluation has texts of its own for what it refuses.
  if (code === 'eval.problem') return evaluationText(data['problem'] ?? '', data, translations);
  const template = templates[code];
  return fillTemplate(translations[template] ?? template, data);
}

/** `{name}` becomes what `data` holds under that name; other braces stay. */
export function fillTemplate(template: string, data: Readonly<Record<string, string>>): string {
  return template.replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) => data[name] ?? whole);
}
