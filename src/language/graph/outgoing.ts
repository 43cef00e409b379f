// What a post refers to, as far as it is certain: other posts, and equations of any post.
import { citedPosts } from '../../core/blog/citedPosts.js';
import { postOfCitation, postOfLink, postOfReference } from '../../core/blog/linkedPost.js';
import type { BlogView } from '../../core/blog/blogIndex.js';
import { labelsNamed } from '../../core/blog/labelsByAddress.js';
import { resolveLink } from '../../core/blog/links.js';
import type { PostFacts } from '../../core/post/facts.js';
import { firstLabels } from '../../core/post/firstLabels.js';
import { standingAt } from '../../core/text/search.js';

export interface Outgoing {
  readonly kind: 'link' | 'citation' | 'reference';
  /** The post that is referred to. */
  readonly path: string;
  /** The label of its equation that is meant; `null` for the post. */
  readonly label: string | null;
  /** Of the equation of this post that refers; `null` where its words do. */
  readonly from: string | null;
}

/** In the order of their kinds; what leads from the post to itself, only where it names an equation. */
export function outgoingOf(path: string, facts: PostFacts, blog: BlogView): readonly Outgoing[] {
  return [
    ...linked(path, facts, blog),
    ...tagged(path, facts, blog),
    ...cited(path, facts, blog),
    ...referredTo(path, facts),
    ...usedInWorksheets(path, facts, blog),
  ].filter((each) => each.path !== path || each.label !== null);
}

function linked(path: string, { links }: PostFacts, blog: BlogView): readonly Outgoing[] {
  return links.flatMap(({ kind, target }) => {
    const post = kind === 'image' ? null : postOfLink(path, target, blog);
    if (post === null) return [];
    return [
      { kind: 'link', path: post, label: labelIn(post, fragmentOf(target), blog), from: null },
    ];
  });
}

function tagged(path: string, { pageReferences }: PostFacts, blog: BlogView): readonly Outgoing[] {
  return pageReferences.flatMap((reference) => {
    const post = postOfReference(path, reference, blog);
    if (post === null) return [];
    const label = labelIn(post, reference.fragment?.text ?? '', blog);
    return [{ kind: 'link', path: post, label, from: null }];
  });
}

/** A link that leads to a post is that link; of several posts with one title nobody knows which is meant. */
function cited(path: string, { citations }: PostFacts, blog: BlogView): readonly Outgoing[] {
  return citations.flatMap((citation) => {
    if (postOfCitation(path, citation, blog) !== null) return [];
    const [post, ...others] = citedPosts(path, citation, blog);
    if (post === undefined || others.length > 0) return [];
    return [{ kind: 'citation', path: post, label: null, from: null }];
  });
}

function referredTo(path: string, facts: PostFacts): readonly Outgoing[] {
  const labels = firstLabels(facts);
  return facts.references.flatMap(({ key, span, inFormula }) => {
    if (!labels.has(key)) return [];
    const from = inFormula ? labelAround(facts, span.start) : null;
    // An equation that names itself says nothing of others.
    return from === key ? [] : [{ kind: 'reference', path, label: key, from }];
  });
}

function usedInWorksheets(path: string, facts: PostFacts, blog: BlogView): readonly Outgoing[] {
  return facts.worksheetReferences.flatMap(({ key }) => {
    const target = resolveLink(path, key.includes('#') ? key : `#${key}`);
    if (!target) return [];
    const label = labelIn(target.path, target.fragment, blog);
    return label === null ? [] : [{ kind: 'reference', path: target.path, label, from: null }];
  });
}

/** Most fragments name headings: those are not looked for. */
function labelIn(post: string, fragment: string, blog: BlogView): string | null {
  const labels = blog.facts(post)?.labels ?? [];
  if (fragment === '' || labels.length === 0) return null;
  return labelsNamed(labels, fragment)[0]?.key ?? null;
}

/** Also of an address with a host. */
function fragmentOf(target: string): string {
  const hash = target.indexOf('#');
  return hash < 0 ? '' : (resolveLink('', target.slice(hash))?.fragment ?? '');
}

/** The label of the row around an offset, else the first one of its display. */
function labelAround({ displays }: PostFacts, offset: number): string | null {
  const rows = standingAt(displays, offset)?.rows ?? [];
  return standingAt(rows, offset)?.labels[0] ?? rows.flatMap(({ labels }) => labels)[0] ?? null;
}
