// link.missing-image: a picture of the blog that is not there.
import { filesOfLink, isImageFile } from '../core/blog/linkedFiles.js';
import type { LinkFacts } from '../core/post/facts.js';
import { message } from './messages.js';
import type { BlogContext, BlogRule } from './rule.js';

export const missingImage: BlogRule = {
  sees: 'blog',
  code: 'link.missing-image',
  severity: 'warning',
  check(context) {
    return context.facts.links.flatMap((link) => {
      const file = missingFile(link, context);
      if (file === null) return [];
      return [{ span: link.targetSpan, message: message('link.missing-image', { file }) }];
    });
  },
};

/** Where it was looked for first; `null` where it is there, or may be. */
function missingFile(
  { kind, target }: LinkFacts,
  { path, around: { layout, hasFile } }: BlogContext,
): string | null {
  if (kind !== 'image') return null;
  if (target.startsWith('/') ? layout === null : layout?.countsFromFile(path) === false)
    return null;
  const files = filesOfLink(path, target, layout);
  const [first] = files;
  if (first === undefined || !isImageFile(first)) return null;
  const found = files.map(hasFile);
  if (found.includes(true)) return null;
  const missing = found.indexOf(false);
  return missing < 0 ? null : (files[missing] ?? null);
}
