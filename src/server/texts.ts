// What the server says by itself, in English: hovers, lists, and why a command does nothing; findings have texts of
// their own (`checks/messages.ts`). Other languages translate the templates.
import { fillTemplate, type Translations } from '../checks/messages.js';

export const texts = {
  equation: 'Equation {number}, line {line}',
  equationElsewhere: 'Equation {number} of {post}, line {line}',
  equationWithoutNumber: 'Equation “{key}” without a number, line {line}: readers see (???)',
  unknownLabel: 'No equation of this post has the label “{key}”: readers see (???)',
  referenceCount: 'References in this post: {count}',
  numberByHand: 'Written by hand: it stays as it is when equations before it come or go',
  severalTitled: 'Several posts have this title:',
  nearlyTitled: 'No post has this title. The nearest to it:',
  seriesPart: 'part {number} of a series of {count}',
  unpublished: 'not published',
  macroOfPost: 'Macro of this post, line {line}',
  macroOfBlog: 'Macro of the blog',
  references: 'References: {count}',
  referencesOf: 'References of {key}: {count}',
  missingLabel: 'Referred to, but not defined',
  kindSparsity: 'Sparsity',
  kindLoss: 'Loss',
  kindPosition: 'Position encoding',
  largerSparser: 'Larger is sparser',
  smallerSparser: 'Smaller is sparser',
  smallerBetter: 'Smaller is better',
  formulaRange: 'Values in {range}',
  formulaUsual: 'Usual parameters: {usual}',
  command: 'Reference to an equation',
  change: 'Change to “{text}”',
  fixAll: 'Fix all in this post that is certain',
  writeLine: 'Write “{text}” in a worksheet',
  writeLineInFile: 'Write “{text}” in {file}',
  updateValue: 'Update the value to {text}',
  updateAllValues: 'Update all {count} stale values of the post',
  updateTable: 'Update the table',
  updatePlot: 'Update the picture of the plot',
  savePostFirst: 'The picture of a plot is written beside its post. Save the post first.',
  postOutsideFolder:
    'The picture of a plot is written beside its post, and only in an open folder. Open the folder of the post.',
  noPlot:
    'This post has no plot. Write plot, histogram or heat in a worksheet, as in plot t^2, t \\in [0,1].',
  plotNotDrawn: 'The numbers of this plot are too large or too near to one another for an axis.',
  noPlaceForPicture:
    'There is no free name for the picture where the post has its pictures, or a link leads there. Make room, or put the picture of the post into a folder of the blog.',
  noResultForTable:
    'This post has no result that a table shows. Write a formula, or table with its sets, in a worksheet.',
  noTableOfResults:
    'These results make no table: it takes numbers, vectors of one length, one matrix or one table, of at most {limit} cells.',
  stateValue: 'State the value {text} here',
  bindAnew: 'Bind it anew with :=',
  noStaleValue: 'No value that a mark of this post states is stale.',
  noStatableValue:
    'The values that do not hold cannot be written in their places: too few of their digits are certain, or they stand outside of formulas and need a power of ten.',
  claimHolds: 'holds',
  claimFails: 'does not hold: {value} {relation} {expected}',
  claimDoesNotHold: 'does not hold',
  checkFails: 'does not hold at {binding}: {value} {relation} {expected}',
  claimUnknown: 'not known',
  stopped: 'The evaluation took too long and was stopped. Use fewer entries or shorter ranges.',
  configNotJson:
    'The postulate.json of this blog is not JSON. Mend it first: the Problems view says where.',
  editsElsewhere: 'In other posts',
  confirmEdit: '{label}: change {count} files?',
  renaming: 'Rename {from} to {to}',
  insertReference: 'Insert Equation Reference',
  updateAllNumbers: 'Update all {count} numbers written by hand',
  updateAllNumbersInPosts: 'Update all {count} numbers written by hand, in {posts} posts',
  noDisplayToNumber:
    'There is no display at the caret. Put the caret into one; a formula in the text has no number.',
  hasNumber: 'This equation has the number {subject} already.',
  equationInError:
    'Readers see an error in place of this equation ({subject}). Mend it first: the Problems view says how.',
  siteNumbersNothing:
    'This site numbers no equation but those with \\tag. Give this one a \\tag, or have MathJax number them (tags: ams).',
  engineHasNoReferences:
    'KaTeX knows no \\label and no \\eqref. Write the number by hand, or give the site MathJax.',
  numberNotRead:
    'With a number or a label this equation would not be read as it is now: other numbers would go, or Markdown would take it apart. Write it by hand.',
  equationIsSelected: 'The selection holds the equation itself. Put the caret elsewhere.',
  linkInFormula:
    'An equation of another post can only be linked to, and a formula holds no link. Put the caret outside of the formula.',
  referenceNotSeen:
    'Readers would see no reference here: the caret is in code, in a comment, or in the middle of something. Put it into the text.',
  postChanged: 'The post has changed meanwhile. Try again.',
  renameLabelName:
    'A label has no braces, \\, $, %, # or line breaks, and no blanks at its ends: “{name}” is none. Choose another name.',
  renameMacroName:
    'The name of a macro is a word of the letters a–z and A–Z: \\{name} is renamed by hand, or to such a word.',
  renameKnownCommand: 'Math engines know the command \\{name} already. Choose another name.',
  renameLabelTaken:
    '{post} has the label “{name}” in line {line}: links could not tell the two apart. Choose another name.',
  renameMacroTaken: '{post} uses \\{name} already, in line {line}. Choose another name.',
  renameMacroTakenByBlog: 'The blog defines \\{name} already. Choose another name.',
  renameLabelAwaited:
    '{post} names “{name}” in line {line}, though no equation has that label. Correct it there first, or choose another name.',
  renameNotWritten:
    'A macro makes the label “{name}” in line {line} of {post}, where its name does not stand. Rename it by hand.',
  renameSeveralMeanings:
    '\\{name} means something else in line {line} of {post}, by another definition, before its own, or within one. Rename it by hand.',
  renameOutside:
    'The settings of the editor define \\{name}, or a file outside of the blog. Rename it there.',
  renameMisread:
    '{post} would not be read as meant with “{name}” in line {line}: the Markdown of the site would take it apart, or a formula would change. Choose another name.',
  renameLost: '{post} cannot be read any more. Save it again, or reload the window.',
  retitling: 'Retitle to 《{title}》',
  noTitle:
    'This post has no title. Write one first: “title:” in its front matter, or a heading of level 1.',
  titleEmpty: 'A title needs letters.',
  titleOfLines: 'A title stands on one line, without control characters.',
  titleTooLong: 'A title has at most 300 characters.',
  titleTaken:
    '{place} is already titled 《{title}》. Choose another title, or retitle that post first.',
  partTaken:
    '{place} is this part of the series already: 《{title}》. Choose another part, or retitle that post first.',
  titleNotWritable:
    'The title cannot be written into {post} so that it is read again as it is. Write it by hand.',
  citedVerbatim: 'tells what was once, of a paper or a book, or in the words of another',
  citedAmbiguously: 'several posts have this title',
  citedElsewhere: 'its link leads out of the blog',
  citedInHeading: 'stands in a heading that links lead to',
  citedUnreadably: 'Markdown would not read the new title in this place',
  publishPicture: 'The picture {subject} has no address: upload it by hand',
  publishLink: 'The link to {subject} became text',
  publishReference: 'The reference {subject} is not resolved: readers see (???)',
  publishSource: 'The reference {subject} stays as it is written: readers see its source',
  publishFormula: 'Readers see an error in place of this formula: mend it in the post first',
  publishEnvironment: '“{subject}” numbers its rows itself: compare the numbers there',
  publishMacro: 'A macro of this formula grows too long to be written out',
  publishTable: 'A numbered display has no place in a table there',
  publishHtml: 'HTML may be shown as text or left out there: {subject}',
  publishTemplate: 'Only your site knows what this means: {subject}',
  publishDollar: 'A dollar in the text may begin a formula there',
  publishUnclosed: 'A formula is not closed: readers see its source',
  publishNotDrawn: 'MathJax made no picture of {tex}: its TeX stands there',
  noEnvironment:
    'There is no environment at the caret. Put the caret into \\begin{equation} … \\end{equation}, or into another display with a name.',
  delimitersHaveNoStar:
    'A display between {subject} is no environment, so that it has no starred form. “Wrap in Environment…” makes one of it.',
  noStar:
    '{subject} has no starred form with the math engine of this site. Put the caret into an environment with numbers, such as equation or align.',
  noDisplay: 'There is no display at the caret. Put the caret into one, or select TeX.',
  inlineFormula:
    'This formula stands in the text, where no environment can stand. Select all of it with its delimiters to make a display of it, or write it on lines of its own.',
  mixedSelection:
    'The selection is more than the TeX of one formula. Select TeX alone, or one formula with its delimiters.',
  unbalancedSelection: 'The selection cuts a group or an environment in two. Select whole ones.',
  takenApart:
    "The post would not be read as meant with {subject} here: the environment would end elsewhere, or the site's Markdown would take it apart. Write it by hand.",
  postTooLarge:
    '{post} is passed over: it has {size} MB, and the setting postulate.limits.postSize allows {limit}. Raise it, or split the post.',
  openPostTooLarge:
    '{post} is passed over: it has {size} MB, and the setting postulate.limits.postSize allows {limit}. Raise it and open the post again, or split the post.',
  postNotText:
    '{post} is passed over: it is not text in the encoding that the setting files.encoding names. Save it in that encoding, or correct the setting.',
  pictureMissing:
    'The picture {picture} of {post} is not in the page: there is no such file in the open folder, or a link stands in its place. Correct its address.',
  pictureOutside:
    'The picture {picture} of {post} is not in the page: it lies outside of the open folder. Put it into the folder.',
  pictureTooLarge:
    'The picture {picture} of {post} is not in the page: it has {size} MB, and the setting postulate.limits.postSize allows {limit}. Make it smaller, or raise the setting.',
  pictureType:
    'The picture {picture} of {post} is not in the page: by its ending it is none that a page can hold. Use .png, .jpg, .gif, .svg or .webp.',
  pictureRemote:
    'The picture {picture} of {post} is of the network: the page neither holds nor loads it. Save it beside the post, or allow it by postulate.preview.remoteImages.',
} as const;

export function text(
  name: keyof typeof texts,
  data: Readonly<Record<string, string>>,
  translations: Translations,
): string {
  const template = texts[name];
  return fillTemplate(translations[template] ?? template, data);
}
