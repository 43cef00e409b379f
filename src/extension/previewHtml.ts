// The page of the preview, or of the graph, as HTML: its policy, its style sheets, and what its script needs to know.

export interface PreviewPageParts {
  /** The class of the root, by which its script knows it. */
  readonly root: 'postulate' | 'postulate-graph';
  readonly language: string;
  readonly title: string;
  /** What the policy calls the addresses of our own files and of the workspace. */
  readonly ownSource: string;
  readonly nonce: string;
  readonly remoteImages: boolean;
  readonly styleSheets: readonly string[];
  readonly script: string;
  /** Attributes of the root, by their names behind `data-`. */
  readonly data: Readonly<Record<string, string>>;
}

export function previewHtml(parts: PreviewPageParts): string {
  const { language, nonce, styleSheets, script } = parts;
  const links = styleSheets.map((sheet) => `<link rel="stylesheet"${attribute('href', sheet)}>\n`);
  const data = Object.entries(parts.data).map(([name, value]) => attribute(`data-${name}`, value));
  return `<!DOCTYPE html>
<html${attribute('lang', language)}>
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy(parts)}">
<meta name="viewport" content="width=device-width, initial-scale=1.0">
<title>${escaped(parts.title)}</title>
${links.join('')}</head>
<body class="vscode-body">
<main${attribute('class', parts.root)}${data.join('')}></main>
<script${attribute('nonce', nonce)}${attribute('src', script)}></script>
</body>
</html>`;
}

/** Nothing runs but our script; nothing loads but our files, and pictures of the workspace. */
function policy({ ownSource, nonce, remoteImages }: PreviewPageParts): string {
  return [
    `default-src 'none'`,
    `img-src ${ownSource} data:${remoteImages ? ' https:' : ''}`,
    `style-src ${ownSource}`,
    `font-src ${ownSource}`,
    `script-src 'nonce-${nonce}'`,
    `form-action 'none'`,
    `base-uri 'none'`,
    // No text becomes elements but by the sanitizer, whose policy has this name.
    `require-trusted-types-for 'script'`,
    `trusted-types dompurify`,
  ].join('; ');
}

function attribute(name: string, value: string): string {
  return ` ${name}="${escaped(value)}"`;
}
export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
