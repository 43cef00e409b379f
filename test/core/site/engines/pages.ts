// The pages that the real Markdown engines make of posts. CONTRIBUTING.md names what must be installed.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import createMarkdownIt from 'markdown-it';
import type { AnsweredEngine } from './answers.js';

const here = path.join(process.cwd(), 'test/core/site/engines');

export const pagesOf: Readonly<
  Record<AnsweredEngine, (posts: readonly string[]) => readonly string[]>
> = {
  'markdown-it': (posts) => {
    const engine = createMarkdownIt({ html: true });
    return posts.map((post) => engine.render(post));
  },
  marked: hexoPages,
  goldmark: hugoPages,
  'goldmark-passthrough': (posts) => passthroughPages(posts),
  kramdown: (posts) => fromProgram('ruby', [path.join(here, 'pages.rb')], posts),
  hyperdown: hyperdownPages,
  'python-markdown': (posts) =>
    fromProgram('/usr/bin/python3', [path.join(here, 'pages.py')], posts),
  arithmatex: (posts) =>
    fromProgram('/usr/bin/python3', [path.join(here, 'pages.py'), 'pymdownx.arithmatex'], posts),
};

function fromProgram(
  program: string,
  programArguments: readonly string[],
  input: readonly string[],
): readonly string[] {
  const answer = execFileSync(program, programArguments, {
    input: JSON.stringify(input),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return JSON.parse(answer) as readonly string[];
}

/** Debian's package of Goldmark lies in a folder of its own. */
function passthroughPages(input: readonly string[]): readonly string[] {
  const scratch = mkdtempSync(path.join(tmpdir(), 'goldmark-'));
  const program = path.join(scratch, 'pages');
  try {
    execFileSync('go', ['build', '-o', program, '.'], {
      cwd: path.join(here, 'goldmark'),
      env: { ...process.env, GO111MODULE: 'off', GOPATH: '/usr/share/gocode' },
    });
    return fromProgram(program, [], input);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** Packages that are no part of the project are installed in a folder of their own. */
function loaded(name: string): unknown {
  return createRequire(path.join(required('POSTULATE_ENGINES'), 'package.json'))(name);
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set; see CONTRIBUTING.md.`);
  return value;
}

/** As Hexo calls its renderer, with the options that it has without a configuration. */
function hexoPages(input: readonly string[]): readonly string[] {
  const render = loaded('hexo-renderer-marked/lib/renderer') as (
    this: unknown,
    data: { text: string },
  ) => string;
  const marked = {
    ...{ gfm: true, pedantic: false, breaks: true, smartypants: true, modifyAnchors: 0 },
    ...{
      autolink: true,
      mangle: false,
      headerIds: true,
      prependRoot: true,
      descriptionLists: true,
    },
  };
  const hexo = {
    config: { url: 'http://example.com', root: '/', marked },
    execFilterSync: () => undefined,
  };
  return input.map((text) => render.call(hexo, { text }));
}

function hyperdownPages(input: readonly string[]): readonly string[] {
  const Parser = loaded('hyperdown') as new () => {
    enableHtml: (enabled: boolean) => void;
    makeHtml: (text: string) => string;
  };
  return input.map((text) => {
    const parser = new Parser();
    parser.enableHtml(true);
    return parser.makeHtml(text);
  });
}

function hugoPages(input: readonly string[]): readonly string[] {
  const site = mkdtempSync(path.join(tmpdir(), 'hugo-'));
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(site, file)), { recursive: true });
    writeFileSync(path.join(site, file), text);
  };
  try {
    write('config.toml', '[markup.goldmark.renderer]\nunsafe = true\n');
    write('layouts/_default/single.html', '{{ .Content }}');
    input.forEach((post, index) => {
      write(`content/p${index}.md`, `---\ntitle: x\n---\n${post}`);
    });
    execFileSync('hugo', ['--quiet', '--source', site], { stdio: 'ignore' });
    // A post without text has no page.
    return input.map((_, index) => {
      const page = path.join(site, `public/p${index}/index.html`);
      return existsSync(page) ? readFileSync(page, 'utf8') : '';
    });
  } finally {
    rmSync(site, { recursive: true });
  }
}
