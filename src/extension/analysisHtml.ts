// An analysis as a page: its findings, the lines that show counterexamples, its curves. Nothing in it runs.
import type { AnalysisAnswer } from '../protocol/analysis.js';
import { escaped } from './previewHtml.js';

const STYLE = `
  body { padding: 0.5em 1.5em; line-height: 1.6; }
  h1 { font-size: 1.2em; }
  code { white-space: pre-wrap; overflow-wrap: anywhere; }
  table { border-collapse: collapse; }
  th, td { padding: 0.2em 1em 0.2em 0; text-align: left; vertical-align: top; font-weight: normal; }
  th { opacity: 0.85; }
  figure {
    --plot-ground: var(--vscode-editor-background);
    --plot-1: var(--vscode-charts-blue, var(--vscode-textLink-foreground));
    --plot-2: color-mix(in srgb, #d9650b 85%, var(--vscode-editor-foreground));
    margin: 1em 0;
    max-width: 640px;
  }
  .fails { color: var(--vscode-errorForeground); }
`;

export function analysisHtml(
  { source, summary, rows, svg }: AnalysisAnswer,
  title: string,
  language: string,
): string {
  const body = rows.map(({ heading, finding, verdict, paste }) => {
    const line = paste === null ? '' : `<br><code>${escaped(paste)}</code>`;
    const mark = verdict === 'fails' ? ' class="fails"' : '';
    return `<tr><th scope="row">${escaped(heading)}</th><td${mark}>${escaped(finding)}${line}</td></tr>`;
  });
  // The picture is the server's own, made of numbers and escaped texts.
  const figure = svg === null ? '' : `<figure>${svg.replace('<svg', labelled(source))}</figure>`;
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1><code>${escaped(source)}</code></h1>
<p>${escaped(summary)}</p>
${figure}
<table><tbody>${body.join('\n')}</tbody></table>
</body>
</html>`;
}

function labelled(source: string): string {
  return `<svg role="img" aria-label="${escaped(source)}"`;
}
