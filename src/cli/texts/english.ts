// The texts of the command line in English.
import type { Texts } from './message.js';

export const english: Texts = {
  program: 'Equation numbers, labels and references of math-heavy posts in Markdown.',
  'labels.description':
    'List the displays of posts with their numbers and labels, and the references.',
  'check.description': 'Check labels, references, displays and formulas of posts.',
  'lsp.description': 'Serve an editor by the Language Server Protocol.',
  'lsp.broken':
    'Standard input is not the Language Server Protocol: a header cannot be read. Start the server from an editor.',
  'lsp.incomplete': 'The client has announced a message and not sent all of it: the server waits.',
  'option.stdio': 'over standard input and output, the one way there is',
  'render.description': 'Write a post as one page with its equation numbers.',
  'argument.post': 'a post, or - for standard input',
  'option.output': 'the page to write, in place of standard output',
  'option.remote-images': 'let the page load its pictures from the network',
  'render.several': '{path}: this names several posts. Name one.',
  'render.none': '{path}: there is no post here. Name a Markdown file.',
  'render.unwritable': '{path}: cannot be written ({reason}). Choose another file after -o.',
  'render.over-post':
    '{path}: the page would take the place of the post. Choose another file after -o.',
  'render.picture-outside':
    '{path}: the picture {picture} lies outside of {folder} and is not in the page. Put it into that folder.',
  'render.picture-remote':
    '{path}: the picture {picture} is of the network: the page neither holds nor loads it. Save it beside the post, or add --remote-images.',
  'render.picture-loaded':
    '{path}: the picture {picture} stays on the network, and readers load it from there. Save it beside the post to have it in the page.',
  'render.picture-type':
    '{path}: {picture} is no picture that a page can hold, by its ending. Use .png, .jpg, .gif, .svg or .webp.',
  'render.picture-no-file':
    '{path}: {picture} is no file, such as a folder or a pipe, and is not in the page. Name a picture.',
  'render.picture-unreadable':
    '{path}: the picture {picture} cannot be read ({reason}) and is not in the page. Correct its address.',
  'render.picture-too-large':
    '{path}: the picture {picture} is not in the page, since it has {size} MB and the limit is {limit} MB. Make it smaller, or raise the limit: --max-size {size}.',
  'check.summary':
    'Posts: {posts}, errors: {error}, warnings: {warning}, notes: {info}, hints: {hint}',
  'severity.error': 'error',
  'severity.warning': 'warning',
  'severity.info': 'note',
  'severity.hint': 'hint',
  'eval.description':
    'Compute the formulas of posts: worksheets, marked formulas, and claims about numbers.',
  'option.all': 'check every display, also those without a mark',
  'option.update':
    'write the new values into marks that state others, into tables and into pictures of plots, and report the rest; standard input is printed so, with the results on the error stream, and no picture of it is written',
  'update.done': '{path}: values updated: {count}.',
  'update.picture': '{path}: picture written: {picture}.',
  'update.picture-unwritable':
    '{path}: the picture {picture} cannot be written ({reason}), and is left as it is.',
  'option.format': 'how to print',
  'option.max-warnings': 'end with 1 where there are more warnings than this',
  'option.baseline': 'leave out the findings that this file holds, written by --write-baseline',
  'option.write-baseline': 'write the findings there are into this file, and end with 0',
  'option.fix':
    'mend what has a certain fix, and report the rest; standard input is printed mended, with the report on the error stream',
  'fix.mended': '{path}: findings mended: {count}.',
  'fix.changed':
    '{path}: left as it is, since it changed while it was checked. Run the command again.',
  'fix.unwritable': '{path}: cannot be written ({reason}), and is left as it is.',
  'option.watch': 'check again when posts or configurations change, until Ctrl-C',
  'option.no-cache': 'check every post anew, and keep nothing for the next run',
  'option.cache-dir': 'keep there what speeds up the next run, in place of the user’s cache folder',
  'watch.begun': 'Watching for changes; Ctrl-C ends.',
  'watch.input': '-: standard input cannot be watched. Name files, or leave out --watch.',
  'option.since':
    'report only findings of lines that changed since this commit or branch, and numbers written by hand that a change made stale',
  'option.built':
    'compare with the pages in the folder that the site’s generator wrote, such as public or _site',
  'built.no-pages':
    '{path}: no pages here. Name the folder that the site’s generator wrote, such as public or _site.',
  'built.compared': 'Compared with their built pages: {compared} posts; without a page: {without}.',
  'git.missing': '--since: there is no git here. Install git, or leave the option out.',
  'git.no-ref':
    '--since {ref}: git knows no such commit. Correct the name, or fetch it (in CI, the whole history).',
  'git.failed': '--since: git refuses ({reason}). Mend that, or leave the option out.',
  'git.no-repository':
    '{path}: --since needs a repository of git around it, and there is none. Leave the option out.',
  'baseline.missing':
    '{path}: there is no such baseline. Check the path, or write it with --write-baseline {path}.',
  'baseline.too-large':
    '{path}: this has more than {limit} MB, and is not read. Name a baseline, or check fewer posts with each.',
  'baseline.not-json': '{path}: this is not JSON. Write it anew with --write-baseline {path}.',
  'baseline.version':
    '{path}: this is no baseline of version 1. Write it anew with --write-baseline {path}.',
  'baseline.entries':
    '{path}: an entry lacks a part, or has one of another kind. Write the file anew with --write-baseline {path}.',
  'baseline.unwritable': '{path}: cannot be written ({reason}). Choose another file.',
  'baseline.written': '{path}: findings written: {count}.',
  'baseline.unmet':
    '{path}: findings of the baseline occur no longer ({rules}). Write it anew with --write-baseline {baseline}.',
  'option.not-a-count': '{given} is not a count. Write a whole number, such as 0.',
  'option.config': 'the postulate.json to use, in place of the nearest one above each post',
  'option.max-size': 'leave out posts and pictures of more megabytes than this',
  'option.not-a-size': '{given} is not a size in megabytes. Write a number above 0, such as 50.',
  'argument.paths': 'posts, folders of posts, or - for standard input',
  'argument.sitePaths': 'posts or folders',
  'site.description': 'Say what turns posts into pages, and which file says so.',
  'site.assumed': 'assumed',
  'site.unknown': 'none found',
  'path.missing':
    '{path}: there is no such file or folder. Check the path; it counts from the working directory.',
  'path.unreadable': '{path}: cannot be read ({reason}).',
  'post.not-utf8': '{path}: skipped, since it is not UTF-8. Save it as UTF-8.',
  'post.gave-up':
    '{path}: left out, since checking it took too long or ran out of memory. Split the post; if it is short, please report it.',
  'post.failed':
    '{path}: left out, since checking it failed ({reason}). That is a mistake of Postulate: please report it.',
  'post.too-large':
    '{path}: left out, since it has {size} MB and the limit is {limit} MB. Split the post, or raise the limit: --max-size {size}.',
  'input.too-large':
    '{path}: left out, since it has more than {limit} MB. Give less, or raise the limit with --max-size.',
  'config.missing': '{path}: there is no such configuration. Check the path after --config.',
  'config.not-utf8': '{path}: this is not UTF-8. Save it as UTF-8.',
  'config.too-large':
    '{path}: this has more than {limit} MB, and is not read. Keep only settings in it.',
  'config.not-json': '{path}: this is not JSON ({reason}). Correct it, or remove the file.',
  'config.too-deep': '{path}: this nests deeper than {levels} levels. Remove what is nested.',
  'config.wrong-type': '{path}:{line}: {key} should be {expected}.',
  'config.wild-glob':
    '{path}:{line}: {glob} has more than four * in one part, and is left out. Use fewer.',
  'config.unknown-key': '{path}:{line}: {key} means nothing here. Remove it, or correct its name.',
  'config.unknown-value': '{path}:{line}: {key} is {value}, but should be one of {allowed}.',
  'expected.object': 'an object',
  'expected.array': 'an array',
  'expected.string': 'a string',
  'expected.globs': 'a glob or an array of globs',
  'expected.paths': 'a path or an array of paths',
  'expected.pairs': 'an array of pairs of delimiters',
};
