// Asks the git of the machine; nothing that a repository names is run.
import { execFile } from 'node:child_process';
import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { relativePath } from './configs.js';
import type { Git, GitChanges, GitProblem } from './git.js';
import { changesOf } from './gitDiff.js';

export function nodeGit(): Git {
  const repositories = new Map<string, Promise<string | null>>();
  return {
    async locate(file) {
      try {
        const real = await realpath(file);
        const repository = await repositoryAbove(path.dirname(real), repositories);
        return repository === null ? null : { repository, path: relativePath(repository, real) };
      } catch {
        return null;
      }
    },
    changes: readChanges,
    textAt: readCommitted,
  };
}

function repositoryAbove(
  folder: string,
  known: Map<string, Promise<string | null>>,
): Promise<string | null> {
  let found = known.get(folder);
  if (found === undefined) {
    found = stat(path.join(folder, '.git')).then(
      () => folder,
      () => {
        const above = path.dirname(folder);
        return above === folder ? null : repositoryAbove(above, known);
      },
    );
    known.set(folder, found);
  }
  return found;
}

async function readChanges(repository: string, since: string): Promise<GitChanges | GitProblem> {
  // No ref begins so, but options do.
  if (since.startsWith('-')) return { problem: 'no-ref' };
  const commit = await run(repository, ['rev-parse', '--verify', '--quiet', `${since}^{commit}`]);
  if (commit.code === 'ENOENT') return { problem: 'missing' };
  if (commit.code !== 0) return commit.errors === '' ? { problem: 'no-ref' } : failure(commit);
  const ref = commit.output.trim();
  // Without a common past, as in a shallow clone, all that differs counts.
  const base = await run(repository, ['merge-base', ref, 'HEAD']);
  const from = base.code === 0 ? base.output.trim() : ref;
  const unfiltered = await withoutFilters(repository);
  if ('problem' in unfiltered) return unfiltered;
  const runs = [
    run(repository, [...unfiltered.options, ...diff, '--numstat', '-z', from, '--']),
    run(repository, [...unfiltered.options, ...diff, '--unified=0', from, '--']),
    run(repository, ['ls-files', '-z']),
  ] as const;
  const [numstat, patch, tracked] = await Promise.all(runs);
  for (const one of [numstat, patch, tracked]) if (one.code !== 0) return failure(one);
  return {
    from,
    changed: changesOf(numstat.output, patch.output),
    tracked: new Set(tracked.output.split('\0')),
  };
}

async function readCommitted(
  repository: string,
  commit: string,
  path: string,
): Promise<string | null> {
  const { code, output } = await run(repository, ['cat-file', 'blob', `${commit}:${path}`]);
  // What is not UTF-8 has become text of another kind.
  return code !== 0 || output.includes('\ufffd') ? null : output.replace(/^\ufeff/, '');
}

/** The user's settings must not change what is printed. */
const diff = [
  'diff',
  ...['--no-ext-diff', '--no-textconv', '--no-color', '--no-relative', '--find-renames'],
  ...['--src-prefix=a/', '--dst-prefix=b/', '--inter-hunk-context=0', '--ignore-submodules=all'],
];

/** To read a file of the working tree, git runs the filters that are set up for it: none is to run. */
async function withoutFilters(
  repository: string,
): Promise<{ readonly options: readonly string[] } | GitProblem> {
  const list = ['config', '--null', '--name-only', '--get-regexp', '^filter\\.'];
  const { code, output, errors } = await run(repository, list);
  // There are none where it ends with 1.
  if (code !== 0 && code !== 1) return failure({ code, output, errors });
  const drivers = new Set(
    output.split('\0').flatMap((name) => /^(filter\..*)\./s.exec(name)?.[1] ?? []),
  );
  // Git takes what is before the first `=` for the name of the setting.
  const strange = [...drivers].find((driver) => driver.includes('='));
  if (strange !== undefined) return { problem: 'failed', reason: strange };
  const settings = [...drivers].flatMap((driver) =>
    ['clean=', 'process=', 'required=false'].map((setting) => `${driver}.${setting}`),
  );
  return { options: settings.flatMap((setting) => ['-c', setting]) };
}

interface GitRun {
  /** A word where it did not run to its end, such as `ENOENT` where there is none. */
  readonly code: number | string;
  readonly output: string;
  readonly errors: string;
}

function failure({ code, errors }: GitRun): GitProblem {
  const [said = ''] = errors.trim().split('\n');
  return { problem: 'failed', reason: said === '' ? String(code) : said };
}

function run(folder: string, words: readonly string[]): Promise<GitRun> {
  const settings = [
    ...['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'core.quotePath=false'],
    'credential.helper=',
  ];
  const all = ['--no-pager', ...settings.flatMap((setting) => ['-c', setting]), ...words];
  return new Promise((resolve) => {
    const options = { cwd: folder, env: environment(), maxBuffer: 2 ** 30, windowsHide: true };
    execFile('git', all, options, (error, output, errors) => {
      resolve({ code: error ? (error.code ?? 'killed') : 0, output, errors });
    });
  });
}

/** Without what a hook of git says of the repository that it runs for; the index is not written. */
function environment(): NodeJS.ProcessEnv {
  // What a partial clone lacks is fetched, but by none of the ways that run a program of its own.
  const fetching = { GIT_ALLOW_PROTOCOL: 'http:https', GIT_TERMINAL_PROMPT: '0' };
  const kept = { ...process.env, ...fetching, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' };
  const ofHooks = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_COMMON_DIR', 'GIT_PREFIX'];
  return Object.fromEntries(Object.entries(kept).filter(([name]) => !ofHooks.includes(name)));
}
