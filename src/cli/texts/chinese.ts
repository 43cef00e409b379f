// The texts of the command line in Chinese.
import type { Texts } from './message.js';

export const chinese: Texts = {
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
};
