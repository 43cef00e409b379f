// What findings say of macros, and of files of them.

export const macrosTexts = {
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
  'macro.redefined':
    'This gives {subject} another meaning than its definition before: formulas from here on show the new one. Choose another name, or write \\renewcommand to say that you mean it.',
  'macro.redefined.blog':
    'This gives {subject} another meaning than the macros of the blog: formulas of this post show the new one. Choose another name, or write \\renewcommand to say that you mean it.',
  'macro.redefined.first': '{subject} is first defined here',
} as const;
