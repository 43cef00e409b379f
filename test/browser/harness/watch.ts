// What came of hostile posts: nothing, or for each what it did.
import { elsewhere, type HostilePost } from '../../support/hostile/posts.js';
import { inspect, outside } from './inspect.js';
import type { Happenings, Tab } from './tab.js';

/** What went wrong, with the name of the post; the empty list for nothing. */
export type Complaints = readonly string[];

/** Shows posts one after another, and looks at each. */
export async function watchEach(
  tab: Tab,
  posts: readonly HostilePost[],
  show: (text: string) => Promise<void>,
): Promise<Complaints> {
  await show('A post that means no harm.\n');
  const before = await tab.page.evaluate(outside);
  const complaints: string[] = [];
  for (const post of posts) {
    await show(post.text);
    const faults = (await tab.page.evaluate(inspect)).flat();
    const changed = (await tab.page.evaluate(outside)) === before ? [] : ['the page around it'];
    complaints.push(...[...faults, ...changed].map((fault) => `${post.name}: ${fault}`));
  }
  // What was set off late has its time.
  await show('Another post that means no harm.\n');
  await tab.page.waitForLoadState('networkidle');
  return [...complaints, ...told(tab.happenings, posts)];
}

/** Looks at posts that are in one page. */
export async function watchTogether(tab: Tab, posts: readonly HostilePost[]): Promise<Complaints> {
  const faults = await tab.page.evaluate(inspect);
  await tab.page.waitForLoadState('networkidle');
  return [
    ...(faults.length === posts.length ? [] : [`${faults.length} roots of ${posts.length}`]),
    ...faults.flatMap((some, at) => some.map((fault) => `${posts[at]?.name ?? ''}: ${fault}`)),
    ...told(tab.happenings, posts),
  ];
}

/** What happened in the tab, by the posts that are named in it. */
function told(happenings: Happenings, posts: readonly HostilePost[]): Complaints {
  const nameOf = (id: unknown): string => posts.find((post) => post.id === id)?.name ?? String(id);
  const { ran, requests, ...others } = happenings;
  return [
    ...ran.map((id) => `${nameOf(id)}: ran`),
    ...requests.map((url) => `${nameOf(Number(url.slice(elsewhere.length)))}: asked for ${url}`),
    ...Object.entries(others).flatMap(([kind, texts]) =>
      texts.map((text: string) => `${kind}: ${text}`),
    ),
  ];
}
