// Gives the label that a link misses to the equation of the other post whose number the link shows.
import { message } from '../../checks/messages.js';
import { resolveLink } from '../../core/blog/links.js';
import type { LinkFacts } from '../../core/post/facts.js';
import { listEquations } from '../equations/listEquations.js';
import { numberRow } from '../equations/numberRow.js';
import type { Fixer, FixContext } from './quickFix.js';

export const labelElsewhere: Fixer = {
  rules: ['link.missing-label'],
  reads: (context) => {
    const path = targetOf(context)?.path;
    return path === undefined ? [] : [path];
  },
  fixes: (context) => {
    const { post } = context;
    const target = targetOf(context);
    const holder = target && (target.path === post.path ? post : context.others.get(target.path));
    // Other names would be written otherwise in addresses.
    if (!target || !holder || !/^[\w:.-]+$/.test(target.fragment)) return [];
    const [row, ...others] = listEquations(holder).filter(({ shown }) => shown === target.shown);
    // Of several with this number, nobody knows which one is meant.
    if (!row || row.label !== null || others.length > 0) return [];
    const labelled = numberRow(holder, row, target.fragment);
    if (labelled.kind === 'refused') return [];
    const label = `\\label{${target.fragment}}`;
    const data = { label, shown: target.shown, tex: row.tex, post: holder.path };
    const title = message('fix.label-row.elsewhere', data);
    // References of that post to the label show a number from now on.
    const keepsPage = holder.facts.references.every(({ key }) => key !== labelled.label);
    return [{ title, posts: [{ post: holder, changes: labelled.changes }], keepsPage }];
  },
};

interface Target {
  readonly path: string;
  readonly fragment: string;
  /** The number in the words of the link, `(3)`. */
  readonly shown: string;
}

function targetOf({ post, finding }: Omit<FixContext, 'others'>): Target | null {
  const link = post.facts.links.find(({ targetSpan }) => targetSpan.start === finding.span.start);
  const target = link && resolveLink(post.path, link.target);
  const shown = link && numberIn(link);
  return target && shown !== undefined ? { ...target, shown } : null;
}

function numberIn({ text }: LinkFacts): string | undefined {
  return /\([\w.]+\)/.exec(text)?.[0];
}
