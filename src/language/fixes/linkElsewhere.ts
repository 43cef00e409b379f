// Links to the equation of another post, to which no reference reaches.
import { message } from '../../checks/messages.js';
import type { Snapshot } from '../../core/post/facts.js';
import type { Span } from '../../core/text/span.js';
import { findLabel } from '../countingLabel.js';
import type { EquationRow } from '../equations/equationRow.js';
import { insertReference } from '../equations/insertReference.js';
import { formulaAround } from '../formulaAt.js';
import { sourceText } from '../sourceText.js';
import { fixHere, type Fixer, type FixContext } from './quickFix.js';

export const linkElsewhere: Fixer = {
  rules: ['label.undefined'],
  reads: definingPosts,
  fixes: (context) => {
    const { post, others, finding } = context;
    const place = placeOf(post, finding.span);
    if (!place) return [];
    return definingPosts(context).flatMap((path) => {
      const holder = others.get(path);
      const row = holder && rowOf(holder, keyOf(context));
      const link = row && insertReference(context, place, holder, row);
      const [own, ...elsewhere] = link?.kind === 'inserted' ? link.posts : [];
      if (!own || elsewhere.some(({ changes }) => changes.length > 0)) return [];
      const text = own.changes.map((change) => change.text).join('');
      const title = message('fix.replace', { old: sourceText(post, place), text });
      return [fixHere(context, title, own.changes)];
    });
  },
};

/** Nobody knows which one is meant where many have it. */
const mostPosts = 3;

function definingPosts(context: Omit<FixContext, 'others'>): readonly string[] {
  const { post, blog, finding } = context;
  if (finding.message.code !== 'label.undefined.elsewhere') return [];
  const others = blog.postsDefining(keyOf(context)).filter((path) => path !== post.path);
  return others.length > mostPosts ? [] : others;
}

function keyOf({ finding }: Pick<FixContext, 'finding'>): string {
  return finding.message.data['key'] ?? '';
}

/** The whole formula where it is the reference alone; in a longer one no link can stand. */
function placeOf(post: Snapshot, keySpan: Span): Span | null {
  const reference = post.facts.references.find(({ keySpan: { start } }) => start === keySpan.start);
  if (!reference?.inFormula) return reference?.span ?? null;
  const formula = formulaAround(post, reference.span);
  const isAlone = formula?.formula.tex.text.trim() === sourceText(post, reference.span);
  return formula && isAlone && !formula.formula.display ? formula.span : null;
}

function rowOf({ facts }: Snapshot, key: string): EquationRow | null {
  const label = findLabel(facts.labels, key);
  const rows = facts.displays[label?.display ?? -1]?.rows ?? [];
  const row = rows.findIndex(({ labels, shown }) => shown !== null && labels.includes(key));
  return label && row >= 0 ? { display: label.display, row } : null;
}
