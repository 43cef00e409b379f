// The posts of a section of a rule's page, checked as a blog. A fence is a post, whose path may follow its
// language; `before` behind it makes it what that post said before; a JSON fence is the configuration,
// an HTML fence the page that was built.
import { checkPost } from '../../src/checks/check.js';
import { noSurroundings } from '../../src/checks/rule.js';
import { BlogIndex } from '../../src/core/blog/blogIndex.js';
import type { Snapshot } from '../../src/core/post/facts.js';
import { openSnapshot } from '../../src/core/post/snapshot.js';
import { emptyConfig, parseConfig, siteOf } from '../../src/core/site/config.js';
import { evaluatePost } from '../../src/evaluate/evaluatePost.js';
import { postForEvaluation } from '../../src/evaluate/postInput.js';

/** The codes of the rules that find something; the rule of the page is switched on. */
export function rulesSpeaking(section: string, code: string): readonly string[] {
  const fences = fencesOf(section);
  const json = fences.find(({ language }) => language === 'json');
  const config = json ? parseConfig(json.text).config : emptyConfig;
  const { site } = siteOf(config, 'postulate.json', '', () => false);
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
    earlier: (path: string) => earlier.get(path) ?? null,
  };
  return snapshots.flatMap((post) => {
    const results = evaluatePost(postForEvaluation(post));
    const isAssumed = json === undefined;
    const built = fences.find(({ language }) => language === 'html')?.text;
    const assumed = { markdown: isAssumed, math: isAssumed, tags: isAssumed };
    return checkPost(
      { post, blog, around, results, assumed, ...(built === undefined ? {} : { built }) },
      { [code]: 'warning', ...config.rules },
    ).map(({ rule }) => rule);
  });
}

interface PageFence {
  readonly language: string;
  readonly path: string;
  readonly before: boolean;
  readonly text: string;
}

function fencesOf(section: string): readonly PageFence[] {
  return [...section.matchAll(/^(`{3,})(\w+)(?: (\S+))?( before)?\n([^]*?)^\1$/gm)].map(
    ([, , language = '', path = 'post.md', before, text = '']) => ({
      language,
      path,
      before: before !== undefined,
      text,
    }),
  );
}
