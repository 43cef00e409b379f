// Entry point of the VS Code client: starts the server and registers the features.
import type * as vscode from 'vscode';
import { registerChangeSite } from './commands/changeSite.js';
import { registerCheckAll } from './commands/checkAll.js';
import { registerCheckPost } from './commands/checkPost.js';
import { registerCompareBuilt } from './commands/compareBuilt.js';
import { registerCopyPost } from './commands/copyPost.js';
import { registerEvaluatePost } from './commands/evaluatePost.js';
import { registerFixAll } from './commands/fixAll.js';
import { registerFormulaQuestions } from './commands/formulaQuestions.js';
import { registerGoToEquation } from './commands/goToEquation.js';
import { registerInsertEquationReference } from './commands/insertEquationReference.js';
import { registerInsertFormula } from './commands/insertFormula.js';
import { registerInsertResults } from './commands/insertResults.js';
import { registerInsertWorksheet } from './commands/insertWorksheet.js';
import { registerNumberFormula } from './commands/numberFormula.js';
import { registerRestartServer } from './commands/restartServer.js';
import { registerRetitlePost } from './commands/retitlePost.js';
import { registerShowReferences } from './commands/showReferences.js';
import { registerShowReferenceGraph } from './commands/showReferenceGraph.js';
import { registerToggleStar } from './commands/toggleStar.js';
import { registerValues } from './commands/values.js';
import { registerWrapInEnvironment } from './commands/wrapInEnvironment.js';
import { createMarkdownItExtender, type MarkdownItExtender } from './builtinPreview.js';
import { registerCheckTask } from './checkTask.js';
import { registerEnvironmentEnds } from './environmentEnds.js';
import { registerFormulaAtCaret } from './formulaAtCaret.js';
import { registerPreviews } from './previews.js';
import { ServerClient } from './serverClient.js';
import { registerSiteStatus } from './siteStatus.js';

/** Each feature registers itself and answers with what ends it. */
type Feature = (server: ServerClient, context: vscode.ExtensionContext) => vscode.Disposable;

const features: readonly Feature[] = [
  registerCheckPost,
  registerCheckAll,
  registerFixAll,
  registerEvaluatePost,
  registerCopyPost,
  registerFormulaQuestions,
  registerValues,
  registerInsertWorksheet,
  registerInsertFormula,
  registerInsertResults,
  registerToggleStar,
  registerWrapInEnvironment,
  registerRetitlePost,
  registerInsertEquationReference,
  registerNumberFormula,
  registerGoToEquation,
  registerRestartServer,
  registerShowReferences,
  registerPreviews,
  registerFormulaAtCaret,
  registerEnvironmentEnds,
  registerSiteStatus,
  registerChangeSite,
  registerCompareBuilt,
  registerShowReferenceGraph,
  registerCheckTask,
];

/** Nothing is awaited: the server starts while VS Code goes on. */
export function activate(context: vscode.ExtensionContext): MarkdownItExtender {
  const server = new ServerClient(context);
  context.subscriptions.push({ dispose: () => void server.dispose() });
  for (const feature of features) context.subscriptions.push(feature(server, context));
  return createMarkdownItExtender(server);
}
