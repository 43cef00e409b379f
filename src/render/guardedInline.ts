// markdown-it's rules for what stands in a line, kept from what holds the beginning of a formula to an
// engine that finds its constructs in another order.
import type { MarkdownIt } from 'markdown-it';

type InlineState = Parameters<MarkdownIt['inline']['skipToken']>[0];
type InlineRule = (state: InlineState, silent: boolean) => boolean;

/** Formulas and what is text like them, by where they begin. */
type Plan = ReadonlyMap<number, { readonly end: number }>;

const guarded = ['escape', 'backticks', 'link', 'image', 'autolink', 'html_inline'];

/** `planOf` answers `null` where no rule needs to be kept from anything. */
export function guardInline(md: MarkdownIt, planOf: (state: InlineState) => Plan | null): void {
  for (const name of guarded) {
    const rule = inlineRuleNamed(md, name);
    if (rule === undefined) continue;
    md.inline.ruler.at(name, (state, silent) => {
      const plan = planOf(state);
      return (plan === null || !takesFormula(rule, state, plan)) && rule(state, silent);
    });
  }
}

/** The function of an enabled rule: the one that goes when the rule is disabled. */
function inlineRuleNamed(md: MarkdownIt, name: string): InlineRule | undefined {
  const { ruler } = md.inline;
  const all = ruler.getRules('');
  if (ruler.disable(name, true).length === 0) return undefined;
  const others = new Set(ruler.getRules(''));
  ruler.enable(name);
  return all.find((candidate) => !others.has(candidate));
}

/** Whether the construct that the rule finds holds the beginning of a formula anywhere but in its label. */
function takesFormula(rule: InlineRule, state: InlineState, plan: Plan): boolean {
  const start = state.pos;
  const found = rule(state, true);
  const end = state.pos;
  state.pos = start;
  if (!found) return false;
  let labelEnd = -1;
  for (let at = start + 1; at < end; at++) {
    const planned = plan.get(at);
    if (planned === undefined) continue;
    if (labelEnd < 0) labelEnd = endOfLabel(state, start);
    if (planned.end > labelEnd) return true;
    at = planned.end - 1;
  }
  return false;
}

/** Of a link or an image; its start where what begins there is something else. */
function endOfLabel(state: InlineState, start: number): number {
  const bracket = state.src.charCodeAt(start) === 33 ? start + 1 : start;
  return state.src.charCodeAt(bracket) === 91
    ? state.md.helpers.parseLinkLabel(state, bracket, true)
    : start;
}
