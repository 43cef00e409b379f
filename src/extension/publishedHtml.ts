// A page that shows formatted text, and one button that copies it as it was made, whatever the page shows of it.
import { escaped } from './previewHtml.js';

export interface PublishedPageParts {
  /** Without anything that runs. */
  readonly html: string;
  /** What is pasted where no formatted text is taken. */
  readonly text: string;
  readonly title: string;
  readonly copied: string;
  readonly failed: string;
  readonly language: string;
  readonly remoteImages: boolean;
  readonly nonce: string;
}

export function publishedHtml(parts: PublishedPageParts): string {
  const { html, text, title, copied, failed, language, nonce } = parts;
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy(parts)}">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<button id="copy" type="button">${escaped(title)}</button>
<output id="state" data-copied="${escaped(copied)}" data-failed="${escaped(failed)}"></output>
</header>
<main>${html}</main>
<script nonce="${nonce}">(${copying.toString()})(${[html, text].map(inScript).join(', ')});</script>
</body>
</html>`;
}

/** Runs in the page. */
function copying(html: string, text: string): void {
  const state = document.querySelector<HTMLElement>('#state');
  document.querySelector('#copy')?.addEventListener('click', () => {
    const fill = (event: ClipboardEvent): void => {
      event.clipboardData?.setData('text/html', html);
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    document.addEventListener('copy', fill, { capture: true, once: true });
    // The one way that asks for no permission.
    const done = document.execCommand('copy');
    document.removeEventListener('copy', fill, true);
    if (state) state.textContent = (done ? state.dataset['copied'] : state.dataset['failed']) ?? '';
  });
}

/** No text ends the script. */
function inScript(text: string): string {
  return JSON.stringify(text)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
}

/** Inline styles are those of the text; nothing loads but pictures that the reader asked for. */
function policy({ nonce, remoteImages }: PublishedPageParts): string {
  return [
    `default-src 'none'`,
    `img-src data:${remoteImages ? ' https:' : ''}`,
    `style-src 'unsafe-inline'`,
    `script-src 'nonce-${nonce}'`,
    `form-action 'none'`,
    `base-uri 'none'`,
  ].join('; ');
}

const style = `
body { background: #fff; color: #222; font-size: 17px; line-height: 1.75; padding: 0; }
header { position: sticky; top: 0; padding: 12px 20px; background: #f3f3f3; border-bottom: 1px solid #ddd; }
main { max-width: 677px; margin: 0 auto; padding: 20px; overflow-wrap: break-word; }
main a { color: #576b95; }
main pre, main code { color: inherit; }
button { padding: 6px 14px; border: 0; border-radius: 4px; background: #067a3f; color: #fff; font: inherit; cursor: pointer; }
button:focus-visible { outline: 2px solid #222; outline-offset: 2px; }
output { margin-left: 12px; }
`;
