// A tab that writes down what happens in it: calls of `ran`, requests, navigations, dialogs, complaints.
import { chromium, type Browser, type Page, type Route } from 'playwright-core';
import { inject } from 'vitest';

let browser: Browser | undefined;

export interface Happenings {
  /** What `ran` was called with. */
  readonly ran: unknown[];
  /** Addresses outside the origin of the tab. */
  readonly requests: string[];
  readonly navigations: string[];
  readonly dialogs: string[];
  /** Violations of the policy: what the sanitizer left to it. */
  readonly violations: string[];
  readonly errors: string[];
}

export interface Tab {
  readonly page: Page;
  readonly happenings: Happenings;
}

/** What a request is answered with; a file is read as it is. */
type Answer =
  'file' | 'not found' | 'elsewhere' | { readonly type: string; readonly body: string | Buffer };

/** `answer` knows what belongs to the page: nothing reaches the network. */
export async function openTab(answer: (url: URL) => Answer): Promise<Tab> {
  browser ??= await chromium.connect(inject('browserEndpoint'));
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
  const page = await context.newPage();
  const happenings: Happenings = {
    ran: [],
    requests: [],
    navigations: [],
    dialogs: [],
    violations: [],
    errors: [],
  };
  listen(page, happenings);
  context.on('page', (popup) => happenings.navigations.push(`a new tab: ${popup.url()}`));
  await context.exposeBinding('ran', (_source, id: unknown) => void happenings.ran.push(id));
  await context.exposeBinding('violated', (_source, violation: string) => {
    happenings.violations.push(violation);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { violated } = window as unknown as { violated: (violation: string) => void };
      violated(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  await context.route('**/*', (route) => fulfil(route, answer, happenings));
  return { page, happenings };
}

export async function closeTabs(): Promise<void> {
  await browser?.close();
  browser = undefined;
}

function listen(page: Page, happenings: Happenings): void {
  page.on('dialog', (dialog) => {
    happenings.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('framenavigated', (frame) => happenings.navigations.push(frame.url()));
  page.on('pageerror', (error) => happenings.errors.push(error.message));
  page.on('console', (message) => {
    // A picture that is not there is no fault of the page.
    if (/^Failed to load resource/.test(message.text())) return;
    if (message.type() === 'error') happenings.errors.push(message.text());
  });
}

async function fulfil(
  route: Route,
  answer: (url: URL) => Answer,
  happenings: Happenings,
): Promise<void> {
  const url = new URL(route.request().url());
  const answered = answer(url);
  if (answered === 'file') return route.continue();
  if (answered === 'not found') return route.fulfill({ status: 404, body: '' });
  if (answered !== 'elsewhere')
    return route.fulfill({ contentType: answered.type, body: answered.body });
  happenings.requests.push(url.href);
  return route.abort();
}
