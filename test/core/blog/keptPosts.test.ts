// What is kept is found again under the same circumstances, and under no others.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeptPosts, type FileStamp } from '../../../src/core/blog/keptPosts.js';

const textOf = (posts: KeptPosts, limit?: number): string => [...posts.lines(limit)].join('');

const now = 1_000_000;

const post = fc.record({
  path: fc.oneof(fc.constantFrom('a.md', 'b/c.md', '文.md', 'tab\t.md', 'line\n.md'), fc.string()),
  stamp: fc.record({ size: fc.nat(5), modified: fc.nat({ max: 5000 }).map((time) => time / 8) }),
  setting: fc.constantFrom('one', 'two'),
  found: fc.jsonValue().map((value) => JSON.stringify(value)),
});

const posts = fc.uniqueArray(post, { selector: ({ path }) => path, maxLength: 8 });

function kept(of: readonly { path: string; stamp: FileStamp; setting: string; found: string }[]) {
  const posts = new KeptPosts(now);
  for (const { path, stamp, setting, found } of of) posts.put(path, stamp, setting, found);
  return posts;
}

describe('kept posts', () => {
  it('are found by their path, stamp and setting alone', () => {
    const property = fc.property(posts, post, (stored, asked) => {
      const again = new KeptPosts(now, textOf(kept(stored)));
      for (const { path, stamp, setting, found } of stored) {
        expect(JSON.parse(again.get(path, stamp, setting) ?? '')).toEqual(JSON.parse(found));
      }
      const same = stored.find(({ path, stamp, setting }) => {
        const { size, modified } = asked.stamp;
        return (
          path === asked.path &&
          stamp.size === size &&
          stamp.modified === modified &&
          setting === asked.setting
        );
      });
      const got = again.get(asked.path, asked.stamp, asked.setting);
      expect(got && JSON.parse(got)).toEqual(same ? JSON.parse(same.found) : null);
      expect(again.isChanged).toBe(false);
    });
    fc.assert(property);
  });

  it('are read from any text, cut anywhere', () => {
    const property = fc.property(posts, fc.nat(), fc.string(), (stored, cut, other) => {
      const text = textOf(kept(stored));
      const damaged = new KeptPosts(now, text.slice(0, cut % (text.length + 1)) + other);
      for (const { path, stamp, setting, found } of stored) {
        const got = damaged.get(path, stamp, setting);
        if (got !== null && !other.includes('\n'))
          expect(JSON.parse(got)).toEqual(JSON.parse(found));
      }
      expect(new KeptPosts(now, other).isChanged).toBe(false);
    });
    fc.assert(property);
  });

  it('are none where a file has only just been written', () => {
    const posts = new KeptPosts(now);
    const stamp = { size: 1, modified: now - 1000 };
    posts.put('a.md', stamp, 'one', '{}');
    expect(posts.get('a.md', stamp, 'one')).toBe(null);
    expect(posts.isChanged).toBe(false);
  });

  it('are forgotten where nobody asks for them', () => {
    const stamp = { size: 1, modified: 1 };
    const stored = ['a.md', 'b.md', 'c.md'].map((path) => ({
      ...{ path, stamp, setting: 'one', found: '{}' },
    }));
    const posts = new KeptPosts(now, textOf(kept(stored)));
    posts.get('b.md', stamp, 'two');
    posts.forgetOthers();
    expect(textOf(posts)).toBe('"b.md"\t1\t1\tone\t{}\n');
  });

  it('are no more than the limit', () => {
    const stamp = { size: 1, modified: 1 };
    const stored = ['a.md', 'b.md', 'c.md'].map((path) => ({
      ...{ path, stamp, setting: 'one', found: '{}' },
    }));
    expect(textOf(kept(stored), 40)).toBe('"a.md"\t1\t1\tone\t{}\n"b.md"\t1\t1\tone\t{}\n');
  });
});
