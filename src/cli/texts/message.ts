// What the command line has to say, before it is put into words.
import type { Message } from '../../checks/messages.js';
import type { Severity } from '../../checks/rule.js';
import type { ConfigProblem } from '../../core/site/config.js';

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
  | { readonly code: 'lsp.broken' }
  | { readonly code: 'lsp.incomplete' }
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
  | { readonly code: 'option.format' | 'option.all' | 'option.update' }
  | { readonly code: 'option.max-warnings' }
  | { readonly code: 'option.baseline' | 'option.write-baseline' | 'option.since' }
  | { readonly code: 'option.fix' | 'option.watch' | 'option.built' }
  | { readonly code: 'built.no-pages'; readonly path: string }
  | { readonly code: 'built.compared'; readonly compared: string; readonly without: string }
  | { readonly code: 'option.no-cache' | 'option.cache-dir' }
  | { readonly code: 'watch.begun' | 'watch.input' }
  | { readonly code: 'fix.mended'; readonly path: string; readonly count: string }
  | { readonly code: 'update.done'; readonly path: string; readonly count: string }
  /** A file of the blog, by its path in it. */
  | { readonly code: 'update.picture'; readonly path: string; readonly picture: string }
  | {
      readonly code: 'update.picture-unwritable';
      readonly path: string;
      readonly picture: string;
      readonly reason: string;
    }
  | { readonly code: 'fix.changed'; readonly path: string }
  | { readonly code: 'fix.unwritable'; readonly path: string; readonly reason: string }
  | { readonly code: 'git.missing' }
  | { readonly code: 'git.no-ref'; readonly ref: string }
  | { readonly code: 'git.failed'; readonly reason: string }
  | { readonly code: 'git.no-repository'; readonly path: string }
  | {
      readonly code:
        'baseline.missing' | 'baseline.not-json' | 'baseline.version' | 'baseline.entries';
      readonly path: string;
    }
  | { readonly code: 'baseline.unwritable'; readonly path: string; readonly reason: string }
  | { readonly code: 'baseline.written'; readonly path: string; readonly count: string }
  | {
      readonly code: 'baseline.unmet';
      readonly path: string;
      readonly rules: string;
      readonly baseline: string;
    }
  | { readonly code: 'option.not-a-count'; readonly given: string }
  | { readonly code: 'option.config' }
  | { readonly code: 'argument.paths' }
  | { readonly code: 'path.missing'; readonly path: string }
  | { readonly code: 'path.unreadable'; readonly path: string; readonly reason: string }
  | { readonly code: 'option.max-size' }
  | { readonly code: 'option.not-a-size'; readonly given: string }
  | { readonly code: 'post.not-utf8' | 'post.gave-up'; readonly path: string }
  | { readonly code: 'post.failed'; readonly path: string; readonly reason: string }
  | {
      readonly code: 'post.too-large';
      readonly path: string;
      /** In megabytes, as the limit. */
      readonly size: string;
      readonly limit: string;
    }
  | { readonly code: 'input.too-large'; readonly path: string; readonly limit: string }
  | { readonly code: 'config.missing' | 'config.not-utf8'; readonly path: string }
  | {
      readonly code: 'config.too-large' | 'baseline.too-large';
      readonly path: string;
      readonly limit: string;
    }
  | { readonly code: 'config.problem'; readonly path: string; readonly problem: ConfigProblem }
  | { readonly code: 'worksheet'; readonly path: string; readonly message: Message }
  /** Of files of macros; the line is zero-based. */
  | {
      readonly code: 'macros';
      readonly path: string;
      readonly line: number;
      readonly message: Message;
    };

export type CheckCounts = Readonly<Record<Severity | 'posts', number>>;

/** One text a code, with `{name}` for what the message names. */
export type Texts = { readonly [Code in TextCode]: string };
type TextCode =
  | Exclude<CliMessage['code'], 'config.problem' | 'macros' | 'worksheet'>
  | ConfigProblem['code']
  | `expected.${Extract<ConfigProblem, { code: 'config.wrong-type' }>['expected']}`;
