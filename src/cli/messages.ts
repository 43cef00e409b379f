// The texts of the command line, in English and Chinese.
import { textOf, type Message } from '../checks/messages.js';
import type { Severity } from '../checks/rule.js';
import type { ConfigProblem } from '../core/site/config.js';
import type { CliHost, CliLanguage } from './host.js';
import { translationsOf } from './translations.js';

/** Why a picture is not in a page, or what is to be known of it. */
export type PictureFault =
  | {
      readonly code:
        | 'render.picture-remote'
        | 'render.picture-loaded'
        | 'render.picture-type'
        | 'render.picture-no-file';
    }
  | { readonly code: 'render.picture-outside'; readonly folder: string }
  | { readonly code: 'render.picture-unreadable'; readonly reason: string }
  /** In megabytes. */
  | { readonly code: 'render.picture-too-large'; readonly size: string; readonly limit: string };

export type CliMessage =
  | { readonly code: 'program' }
  | { readonly code: 'labels.description' }
  | { readonly code: 'site.description' | 'site.assumed' | 'site.unknown' | 'argument.sitePaths' }
  | { readonly code: 'eval.description' }
  | { readonly code: 'check.description' }
  | { readonly code: 'lsp.description' }
  | { readonly code: 'option.stdio' }
  | { readonly code: 'render.description' }
  | { readonly code: 'argument.post' }
  | { readonly code: 'option.output' }
  | { readonly code: 'option.remote-images' }
  | { readonly code: 'render.several' | 'render.none' | 'render.over-post'; readonly path: string }
  | { readonly code: 'render.unwritable'; readonly path: string; readonly reason: string }
  | (PictureFault & { readonly path: string; readonly picture: string })
  | { readonly code: 'check.summary'; readonly counts: CheckCounts }
  | { readonly code: `severity.${Severity}` }
  | { readonly code: 'option.format' }
  | { readonly code: 'option.max-warnings' }
  | { readonly code: 'option.not-a-count'; readonly given: string }
  | { readonly code: 'option.config' }
  | { readonly code: 'argument.paths' }
  | { readonly code: 'path.missing'; readonly path: string }
  | { readonly code: 'path.unreadable'; readonly path: string; readonly reason: string }
  | { readonly code: 'option.max-size' }
  | { readonly code: 'option.not-a-size'; readonly given: string }
  | { readonly code: 'post.not-utf8'; readonly path: string }
  | {
      readonly code: 'post.too-large';
      readonly path: string;
      /** In megabytes, as the limit. */
      readonly size: string;
      readonly limit: string;
    }
  | { readonly code: 'input.too-large'; readonly path: string; readonly limit: string }
  | { readonly code: 'config.missing' | 'config.not-utf8'; readonly path: string }
  | { readonly code: 'config.problem'; readonly path: string; readonly problem: ConfigProblem }
  /** Of files of macros; the line is zero-based. */
  | {
      readonly code: 'macros';
      readonly path: string;
      readonly line: number;
      readonly message: Message;
    };

export type CheckCounts = Readonly<Record<Severity | 'posts', number>>;

type Texts = { readonly [Code in TextCode]: string };
type TextCode =
  | Exclude<CliMessage['code'], 'config.problem' | 'macros'>
  | ConfigProblem['code']
  | `expected.${Extract<ConfigProblem, { code: 'config.wrong-type' }>['expected']}`;

const english: Texts = {
  program: 'Equation numbers, labels and references of math-heavy posts in Markdown.',
  'labels.description':
    'List the displays of posts with their numbers and labels, and the references.',
  'check.description': 'Check labels, references, displays and formulas of posts.',
  'lsp.description': 'Serve an editor by the Language Server Protocol.',
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
  'option.format': 'how to print',
  'option.max-warnings': 'end with 1 where there are more warnings than this',
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
  'post.too-large':
    '{path}: left out, since it has {size} MB and the limit is {limit} MB. Split the post, or raise the limit: --max-size {size}.',
  'input.too-large':
    '{path}: left out, since it has more than {limit} MB. Give less, or raise the limit with --max-size.',
  'config.missing': '{path}: there is no such configuration. Check the path after --config.',
  'config.not-utf8': '{path}: this is not UTF-8. Save it as UTF-8.',
  'config.not-json': '{path}: this is not JSON ({reason}). Correct it, or remove the file.',
  'config.too-deep': '{path}: this nests deeper than {levels} levels. Remove what is nested.',
  'config.wrong-type': '{path}:{line}: {key} should be {expected}.',
  'config.unknown-key': '{path}:{line}: {key} means nothing here. Remove it, or correct its name.',
  'config.unknown-value': '{path}:{line}: {key} is {value}, but should be one of {allowed}.',
  'expected.object': 'an object',
  'expected.array': 'an array',
  'expected.string': 'a string',
  'expected.globs': 'a glob or an array of globs',
  'expected.paths': 'a path or an array of paths',
  'expected.pairs': 'an array of pairs of delimiters',
};

const chinese: Texts = {
  program: '数学文章（Markdown）的公式编号、标签与引用。',
  'labels.description': '列出文章中的行间公式及其编号、标签，以及所有引用。',
  'check.description': '检查文章中的标签、引用、行间公式与公式。',
  'lsp.description': '以语言服务器协议为编辑器提供服务。',
  'option.stdio': '通过标准输入输出（唯一的方式）',
  'render.description': '把一篇文章写成一个带公式编号的网页。',
  'argument.post': '一篇文章，或用 - 表示标准输入',
  'option.output': '要写入的网页文件，代替标准输出',
  'option.remote-images': '允许网页从网络加载图片',
  'render.several': '{path}：这里有多篇文章。请指定一篇。',
  'render.none': '{path}：这里没有文章。请指定一个 Markdown 文件。',
  'render.unwritable': '{path}：无法写入（{reason}）。请在 -o 后换一个文件。',
  'render.over-post': '{path}：网页会覆盖文章本身。请在 -o 后换一个文件。',
  'render.picture-outside':
    '{path}：图片 {picture} 在 {folder} 之外，未放进网页。请把它放到这个文件夹里。',
  'render.picture-remote':
    '{path}：图片 {picture} 在网络上：网页既不包含也不加载它。请把它存到文章旁边，或加上 --remote-images。',
  'render.picture-loaded':
    '{path}：图片 {picture} 仍在网络上，由读者从那里加载。要放进网页，请把它存到文章旁边。',
  'render.picture-type':
    '{path}：从扩展名看，{picture} 不是网页可以包含的图片。请使用 .png、.jpg、.gif、.svg 或 .webp。',
  'render.picture-no-file':
    '{path}：{picture} 不是文件（例如是文件夹或管道），未放进网页。请指定一张图片。',
  'render.picture-unreadable':
    '{path}：图片 {picture} 无法读取（{reason}），未放进网页。请改正地址。',
  'render.picture-too-large':
    '{path}：图片 {picture} 大小为 {size} MB，超过上限 {limit} MB，未放进网页。请缩小图片，或提高上限：--max-size {size}。',
  'check.summary': '文章：{posts}，错误：{error}，警告：{warning}，信息：{info}，提示：{hint}',
  'severity.error': '错误',
  'severity.warning': '警告',
  'severity.info': '信息',
  'severity.hint': '提示',
  'eval.description': '计算文章中的公式：工作表、带标记的公式以及关于数的断言。',
  'option.format': '输出格式',
  'option.max-warnings': '警告多于此数时以 1 退出',
  'option.not-a-count': '{given} 不是一个数目。请写一个整数，例如 0。',
  'option.config': '使用指定的 postulate.json，而不是每篇文章上方最近的那个',
  'option.max-size': '跳过大于此数（MB）的文章与图片',
  'option.not-a-size': '{given} 不是以 MB 计的大小。请写一个大于 0 的数，例如 50。',
  'argument.paths': '文章、文章所在的文件夹，或用 - 表示标准输入',
  'argument.sitePaths': '文章或文件夹',
  'site.description': '说明文章由什么生成网页，以及依据哪个文件得知。',
  'site.assumed': '假定',
  'site.unknown': '未找到',
  'path.missing': '{path}：没有这个文件或文件夹。请检查路径（相对于当前目录）。',
  'path.unreadable': '{path}：无法读取（{reason}）。',
  'post.not-utf8': '{path}：不是 UTF-8，已跳过。请另存为 UTF-8。',
  'post.too-large':
    '{path}：大小为 {size} MB，超过上限 {limit} MB，已跳过。请拆分文章，或提高上限：--max-size {size}。',
  'input.too-large': '{path}：超过上限 {limit} MB，已跳过。请减少输入，或用 --max-size 提高上限。',
  'config.missing': '{path}：没有这个配置文件。请检查 --config 后的路径。',
  'config.not-utf8': '{path}：不是 UTF-8。请另存为 UTF-8。',
  'config.not-json': '{path}：不是 JSON（{reason}）。请改正或删除该文件。',
  'config.too-deep': '{path}：嵌套超过 {levels} 层。请删除多余的嵌套。',
  'config.wrong-type': '{path}:{line}：{key} 应为{expected}。',
  'config.unknown-key': '{path}:{line}：{key} 在这里没有意义。请删除或改正名称。',
  'config.unknown-value': '{path}:{line}：{key} 是 {value}，应为 {allowed} 之一。',
  'expected.object': '对象',
  'expected.array': '数组',
  'expected.string': '字符串',
  'expected.globs': '一个 glob 或 glob 数组',
  'expected.paths': '一个路径或路径数组',
  'expected.pairs': '定界符对的数组',
};

const texts: { readonly [language in CliLanguage]: Texts } = { en: english, 'zh-cn': chinese };

/** Says on the error stream what is wrong, each in a line of its own. */
export function complain(
  { language, printError }: Pick<CliHost, 'language' | 'printError'>,
  ...messages: readonly CliMessage[]
): void {
  for (const message of messages) printError(`${cliText(message, language)}\n`);
}

export function cliText(message: CliMessage, language: CliLanguage): string {
  const table = texts[language];
  if (message.code === 'check.summary') return fill(table[message.code], message.counts);
  if (message.code === 'macros') {
    const said = textOf(message.message, translationsOf(language));
    return `${message.path}:${message.line + 1}: ${said}`;
  }
  if (message.code !== 'config.problem') return fill(table[message.code], { ...message });
  const { path, problem } = message;
  return fill(table[problem.code], {
    ...problem,
    path,
    line: String(problem.line + 1),
    expected: problem.code === 'config.wrong-type' ? table[`expected.${problem.expected}`] : '',
    key: 'key' in problem && problem.key !== '' ? problem.key : path,
    allowed: problem.code === 'config.unknown-value' ? problem.allowed.join(', ') : '',
  });
}

function fill(
  template: string,
  values: Readonly<Record<string, string | number | readonly string[]>>,
): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
