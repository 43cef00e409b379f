// Asks axe, which stands in the page already, for what is against its rules.
import type axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/** Each with its rule, its element and what axe would have done. */
export function faultsOf(page: Frame | Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const { axe: found } = window as unknown as { readonly axe: typeof axe };
    const { violations } = await found.run(document);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary = '' }) => {
        const summary = failureSummary.split('\n').slice(1).join('; ').trim();
        return `${id}: ${target.join(' ')}: ${summary}`;
      }),
    );
  });
}
