// The panel beside the editor that shows an analysis; the next one takes its place.
import * as vscode from 'vscode';
import type { AnalysisAnswer } from '../protocol/analysis.js';
import { analysisHtml } from './analysisHtml.js';

let panel: vscode.WebviewPanel | null = null;

export function showAnalysis(answer: AnalysisAnswer): void {
  const title = vscode.l10n.t('Analysis');
  if (panel === null) {
    const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    panel = vscode.window.createWebviewPanel('postulate.analysis', title, place);
    panel.onDidDispose(() => {
      panel = null;
    });
  }
  panel.webview.html = analysisHtml(answer, title, vscode.env.language);
  panel.reveal(undefined, true);
}
