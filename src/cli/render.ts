// `postulate render`: one post as one page that needs nothing beside itself.
import { readFile, realpath, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Argument } from 'commander';
import { assumedParts } from '../checks/readings.js';
import { evaluateWithData } from './dataFiles.js';
import { pageContents } from '../language/pageContents.js';
import { pageStyles } from '../protocol/pageStyles.js';
import { withPictures } from '../render/plots/withPictures.js';
import { renderPage } from '../render/page.js';
import type { CliCommand, ExitCode } from './command.js';
import type { CliHost } from './host.js';
import { cliText, complain } from './messages.js';
import type { CliMessage } from './texts/message.js';
import { embedPictures } from './pictures.js';
import { addPostOptions, type PostOptions } from './postOptions.js';
import type { PostFile } from './postFile.js';
import { readPosts } from './posts.js';
import { translationsOf } from './translations.js';
import { linkedPostsFor, readForEvaluation } from './linkedPosts.js';
import { readWorksheet } from './worksheetFile.js';

interface RenderOptions extends PostOptions {
  readonly output?: string;
  readonly remoteImages?: boolean;
}

export const render: CliCommand = {
  register(program, host, exit) {
    const text = (message: CliMessage): string => cliText(message, host.language);
    const command = program
      .command('render')
      .description(text({ code: 'render.description' }))
      .addArgument(new Argument('<post>', text({ code: 'argument.post' })))
      .option('-o, --output <file>', text({ code: 'option.output' }))
      .option('--remote-images', text({ code: 'option.remote-images' }));
    addPostOptions(command, host).action(async (post: string, options: RenderOptions) => {
      exit(await runRender(host, post, options));
    });
  },
};

async function runRender(host: CliHost, name: string, options: RenderOptions): Promise<ExitCode> {
  const { posts, skipped, faults, leftOut } = await readPosts(host, [name], options);
  const [post] = posts;
  const complaints = [...faults, ...skipped];
  if (posts.length > 1) complaints.push({ code: 'render.several', path: name });
  else if (!post && complaints.length === 0) complaints.push({ code: 'render.none', path: name });
  complain(host, ...complaints, ...leftOut);
  if (!post || complaints.length > 0) return 2;
  if (options.output !== undefined && (await isPost(host, options.output, post))) {
    complain(host, { code: 'render.over-post', path: options.output });
    return 2;
  }
  const { page, faults: missing } = await embedPictures(await pageOf(post, host, options), post, {
    maxSize: options.maxSize,
    remoteImages: options.remoteImages === true,
    workingDirectory: host.cwd,
  });
  for (const { picture, fault } of missing) {
    complain(host, { ...fault, path: post.file, picture });
  }
  if (options.output === undefined) {
    host.print(page);
    return 0;
  }
  try {
    await writeFile(path.resolve(host.cwd, options.output), page);
    return 0;
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    complain(host, { code: 'render.unwritable', path: options.output, reason });
    return 2;
  }
}

/** By another name, too: a link, or another way to the same folder. */
async function isPost(host: CliHost, output: string, { absolute }: PostFile): Promise<boolean> {
  const realPath = (file: string): Promise<string> => realpath(file).catch(() => file);
  return (await realPath(path.resolve(host.cwd, output))) === (await realPath(absolute));
}

async function pageOf(post: PostFile, host: CliHost, options: RenderOptions): Promise<string> {
  const { file, site, worksheet } = post;
  const translations = translationsOf(host.language);
  const read = readWorksheet(worksheet, options.maxSize);
  if ('fault' in read)
    complain(host, { code: 'worksheet', path: worksheet?.file ?? file, message: read.fault });
  const text = 'fault' in read ? null : read.text;
  const linkedPosts = linkedPostsFor(host, options);
  const { snapshot, choices } = await readForEvaluation(post, text, linkedPosts);
  const values = 'fault' in read ? [] : await withPictures(evaluateWithData(snapshot, choices));
  return renderPage({
    ...pageContents(snapshot, values, assumedParts(site), translations),
    title: path.basename(file, path.extname(file)),
    styles: await styleSheets(),
    remoteImages: options.remoteImages === true,
  });
}

async function styleSheets(): Promise<readonly string[]> {
  const media = await mediaFolder();
  return pageStyles({
    text: (file) => readFile(path.join(media, file), 'utf8'),
    base64: (file) => readFile(path.join(media, file), 'base64'),
  });
}

/** Above the bundle as above the sources. */
async function mediaFolder(): Promise<string> {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const media = path.join(folder, 'media');
    const isIt = await readFile(path.join(media, 'page.css')).then(
      () => true,
      () => false,
    );
    const above = path.dirname(folder);
    if (isIt || above === folder) return media;
    folder = above;
  }
}
