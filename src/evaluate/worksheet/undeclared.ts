// Names without a value: those that a domain declares, and those that it would have to.
import type { Problem } from '../messages.js';
import type { Refusal } from '../refusal.js';
import type { Syntax } from '../syntax.js';
import { visitSyntax } from '../syntaxChildren.js';
import type { PostScope } from './scope.js';

/** Names that a check would need a domain for. */
export function undeclaredIn(refusal: Refusal): Problem | null {
  const { code, span, data } = refusal;
  const isUnbound = code.startsWith('name.unbound') || code === 'call.unbound';
  const name = code === 'name.unbound-i' ? 'i' : data['name'];
  if (!isUnbound || name === undefined) return null;
  return { code: 'check.undeclared', span, data: { name } };
}

/** Whether a formula mentions a symbol that has a domain and no value. */
export function mentionsOpen(syntaxes: readonly Syntax[], scope: PostScope): boolean {
  const open = new Set(scope.openDomains().map(({ name }) => name.name.plain));
  let found = false;
  for (const syntax of syntaxes)
    visitSyntax(syntax, (node) => {
      if (node.kind === 'name') found ||= open.has(node.name.plain);
      if (node.kind === 'indexed' && node.full !== null) found ||= open.has(node.full.plain);
    });
  return found;
}
