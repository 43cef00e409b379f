// The posts of a section of a rule's page, checked as a blog. A fence is a post, whose path may follow its
// language; `before` behind it makes it what that post said before; a JSON fence is the configuration,
// an HTML fence the page that was built, and what else has the path of a file of a site is that file.
import { checkAgainstPage, checkPost } from '../../src/checks/check.js';
import { noSurroundings } from '../../src/checks/rule.js';
import { BlogIndex } from '../../src/core/blog/blogIndex.js';
import type { Snapshot } from '../../src/core/post/facts.js';
import { openSnapshot } from '../../src/core/post/snapshot.js';
import { detectSite } from '../../src/core/site/detect/detectSite.js';
import { isSiteFile, type SiteFolder } from '../../src/core/site/detect/siteFolder.js';
import { emptyConfig } from '../../src/core/site/config.js';
import { parseConfig } from '../../src/core/site/parseConfig.js';
import { siteOf } from '../../src/core/site/siteOf.js';
import { evaluatePost } from '../../src/evaluate/evaluatePost.js';
import { postForEvaluation } from '../../src/evaluate/postInput.js';

/** The codes of the rules that find something; the rule of the page is switched on. */
export function rulesSpeaking(section: string, code: string): readonly string[] {
  const fences = fencesOf(section);
  const json = fences.find(({ language, path }) => language === 'json' && path === onlyPost);
  const config = json ? parseConfig(json.text).config : emptyConfig;
  const detected = detectSite(folderOf(fences));
  const { site } = siteOf(config, 'postulate.json', '', () => false, detected?.site);
  const open = ({ path, text }: PageFence): Snapshot =>
    openSnapshot({ path, version: 0, text, site });
  const posts = fences.filter(({ language, before }) => language === 'markdown' && !before);
  const earlier = new Map(
    fences.filter(({ before }) => before).map((fence) => [fence.path, open(fence).facts]),
  );
  const blog = new BlogIndex();
  blog.isComplete = true;
  const snapshots = posts.map(open);
  for (const { path, facts } of snapshots) blog.updatePost(path, facts);
  const around = {
    ...noSurroundings,
    today: '2026-01-31',
    hasFile: (path: string) => fences.some((fence) => fence.path === path),
    earlier: [(path: string) => earlier.get(path) ?? null],
    knowsSite: () => json !== undefined,
  };
  return snapshots.flatMap((post) => {
    const results = evaluatePost(postForEvaluation(post));
    const isAssumed = json === undefined;
    const built = fences.find(({ language, path }) => language === 'html' && path === onlyPost);
    const assumed = { markdown: isAssumed, math: isAssumed, tags: isAssumed };
    const settings = { [code]: 'warning', ...config.rules } as const;
    return [
      ...checkPost({ post, blog, around, results, assumed, detected }, settings),
      ...(built ? checkAgainstPage({ post, built: built.text }, settings) : []),
    ].map(({ rule }) => rule);
  });
}

/** The files of the site, and of the posts their folders alone. */
function folderOf(fences: readonly PageFence[]): SiteFolder {
  return {
    names: new Set(fences.map(({ path }) => path.replace(/\/.*/s, '/'))),
    texts: new Map(
      fences.filter(({ path }) => isSiteFile(path)).map((file) => [file.path, file.text]),
    ),
  };
}

const onlyPost = 'post.md';

interface PageFence {
  readonly language: string;
  readonly path: string;
  readonly before: boolean;
  readonly text: string;
}

function fencesOf(section: string): readonly PageFence[] {
  return [...section.matchAll(/^(`{3,})(\w+)(?: (\S+))?( before)?\n([^]*?)^\1$/gm)].map(
    ([, , language = '', path = onlyPost, before, text = '']) => ({
      language,
      path,
      before: before !== undefined,
      text,
    }),
  );
}
