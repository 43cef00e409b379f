// A start that finds what was kept: the index is the one from scratch, and no unchanged post is read.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BlogIndex, BlogView } from '../../src/core/blog/blogIndex.js';
import type { BlogCache } from '../../src/server/host.js';
import { generatedPost } from '../support/generatedPosts.js';
import { LanguageClient } from '../support/languageClient.js';
import { MemoryFiles } from '../support/memoryFiles.js';
import { propertyRuns } from '../support/runs.js';

/** One blog, wherever its folder lies. */
function memoryCache(): BlogCache & { text: string | null } {
  return {
    text: null,
    read() {
      return Promise.resolve(this.text);
    },
    write(_, text) {
      this.text = [...text].join('');
      return Promise.resolve();
    },
  };
}

interface Started {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly labels: Readonly<Record<string, readonly string[]>>;
  readonly isComplete: boolean;
  /** The posts that were read. */
  readonly read: readonly string[];
}

/** The index that a server has when it has started. */
async function start(
  files: MemoryFiles,
  cache: BlogCache | null,
  options: object = {},
): Promise<Started> {
  files.reads.clear();
  const client = await LanguageClient.start({ ...options, host: { files: () => files, cache } });
  try {
    await client.server.blogs.loaded();
    const { index } = client.server.blogs.blogOf(client.uri('post.md'));
    const read = [...files.reads.keys()].filter((path) => path.endsWith('.md')).sort();
    return { ...answersOf(index), read };
  } finally {
    await client.stop();
  }
}

function answersOf(index: BlogView & Pick<BlogIndex, 'isComplete'>): Omit<Started, 'read'> {
  const paths = index.paths();
  const facts = paths.map((path) => [path, index.facts(path)] as const);
  const keys = new Set(facts.flatMap(([, one]) => one?.labels.map(({ key }) => key) ?? []));
  return {
    facts: Object.fromEntries(facts),
    labels: Object.fromEntries([...keys].map((key) => [key, index.postsDefining(key)])),
    isComplete: index.isComplete,
  };
}

const names = ['a.md', 'b.md', 'c/d.md', 'c/文.md'] as const;
const texts = fc.record({ ...Object.fromEntries(names.map((name) => [name, generatedPost])) });
const change = fc.tuple(
  fc.constantFrom(...names, 'new.md'),
  fc.option(generatedPost, { nil: null }),
);

describe('a second start', () => {
  it('has the index from scratch, and reads what changed alone', async () => {
    const property = fc.asyncProperty(
      texts,
      fc.array(change, { maxLength: 3 }),
      async (posts, changes) => {
        const files = new MemoryFiles(posts);
        const cache = memoryCache();
        const first = await start(files, cache);
        expect(first).toEqual(await start(files, null));
        expect(first.read).toEqual([...names].sort());
        const written = new Set<string>();
        for (const [name, text] of changes) {
          if (text === null) files.remove(name);
          else files.write(name, text);
          if (text === null) written.delete(name);
          else written.add(name);
        }
        const second = await start(files, cache);
        expect(second.read).toEqual([...written].sort());
        const scratch = await start(files, null);
        expect({ ...second, read: scratch.read }).toEqual(scratch);
        expect((await start(files, cache)).read).toEqual([]);
      },
    );
    await fc.assert(property, { numRuns: Math.ceil(propertyRuns / 10) });
  });

  const post = '$$x\\label{eq:a}$$ \\eqref{eq:a}\n';
  const files = (config = '{}'): MemoryFiles => {
    const made = new MemoryFiles({ 'a.md': post });
    made.write('postulate.json', config);
    return made;
  };

  it.each([
    ['another site', files('{"site": {"tags": "all"}}'), {}],
    ['other macros', files('{"macros": {"R": "x"}}'), {}],
    ['other macros of the editor', files(), { mathMacros: { R: 'x' } }],
    ['another encoding', files(), { encoding: 'gbk' }],
  ])('reads posts anew for %s', async (_, changed, options) => {
    const cache = memoryCache();
    expect((await start(files(), cache)).read).toEqual(['a.md']);
    expect((await start(files(), cache)).read).toEqual([]);
    expect((await start(changed, cache, options)).read).toEqual(['a.md']);
  });

  it('takes no harm from a cache of other things', async () => {
    const cache = memoryCache();
    const first = await start(files(), cache);
    for (const damaged of [
      '',
      'x\n',
      cache.text?.slice(0, -20) ?? '',
      (cache.text ?? '').replace('{', '['),
      (cache.text ?? '').replace(/\{.*/g, '{}'),
      (cache.text ?? '').replace(/\{.*/g, 'null'),
      (cache.text ?? '').replace('"references":[', '"references":[null,'),
    ]) {
      cache.text = damaged;
      expect(await start(files(), cache)).toEqual(first);
    }
  });
});
