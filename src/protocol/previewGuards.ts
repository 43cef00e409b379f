// Guards of the preview's messages: what fails them is dropped, on both ends.
import {
  previewProtocolVersion,
  type BlockOutlines,
  type BlockResult,
  type BlockTexts,
  type CaretPlace,
  type ForClient,
  type ForServer,
  type FormulaDamage,
  type FormulaFault,
  type FormulaMenu,
  type FormulaPlace,
  type FormulaRequest,
  type FromPreview,
  type PeekedEquation,
  type PeekSubject,
  type PositionedBlock,
  type PositionedTexts,
  type PreviewCaret,
  type PreviewClose,
  type PreviewOpen,
  type PreviewPatch,
  type ResultPlot,
  type ResultSlider,
  type ResultTable,
  type ToPreview,
} from './preview.js';
import {
  isAmount,
  isArrayOf,
  isCount,
  isNumber,
  isRecord,
  isShortText,
  isText,
  isTextOrNull,
} from './guards.js';
import { isPlaceInPost } from './server.js';

export function isToPreview(value: unknown): value is ToPreview {
  if (!isRecord(value)) return false;
  switch (value['kind']) {
    case 'patch':
      return isPatch(value);
    case 'goTo':
      return isCount(value['position']) && (value['row'] === null || isCount(value['row']));
    case 'showLine':
      return isAmount(value['line']);
    case 'caret':
      return isCount(value['revision']) && isCaretPlace(value['place']);
    case 'ways':
      return isWays(value);
    case 'peeked':
      return (
        isCount(value['request']) && (value['equation'] === null || isEquation(value['equation']))
      );
    case 'found':
      return isCount(value['search']) && isArrayOf(value['positions'], isCount);
    default:
      return false;
  }
}

export function isFromPreview(value: unknown): value is FromPreview {
  return isForServer(value) || isForClient(value);
}

export function isForServer(value: unknown): value is ForServer {
  if (!isRecord(value)) return false;
  switch (value['kind']) {
    case 'ready':
      return value['protocol'] === previewProtocolVersion;
    case 'acknowledge':
      return isCount(value['revision']);
    case 'window':
      return ['window', 'revision', 'from', 'to'].every((name) => isCount(value[name]));
    case 'follow':
      return ['revision', 'position', 'index'].every((name) => isCount(value[name]));
    case 'followAnchor':
      return isShortText(value['anchor']);
    case 'peek':
      return isCount(value['request']) && isSubject(value['subject']);
    case 'showExcerpt':
      return typeof value['isOn'] === 'boolean';
    case 'find':
      return isCount(value['search']) && isShortText(value['text']);
    case 'slide':
      return isShortText(value['line']) && isNumber(value['value']);
    default:
      return false;
  }
}

export function isForClient(value: unknown): value is ForClient {
  if (!isRecord(value)) return false;
  switch (value['kind']) {
    case 'openLink':
      return isShortText(value['target']) && isAmount(value['line']);
    case 'goAlong':
      return (value['step'] === -1 || value['step'] === 1) && isAmount(value['line']);
    case 'revealLine':
      return isCount(value['line']);
    case 'scrolled':
      return isAmount(value['line']);
    case 'revealFormula':
      return isFormulaPlace(value['place']) && typeof value['opens'] === 'boolean';
    default:
      return false;
  }
}

/** A session's name and a message in it, as client and server exchange them. */
export function isSessionMessage<M>(
  value: unknown,
  isMessage: (message: unknown) => message is M,
): value is { readonly session: string; readonly message: M } {
  return isRecord(value) && typeof value['session'] === 'string' && isMessage(value['message']);
}

export function isPreviewOpen(value: unknown): value is PreviewOpen {
  return (
    isRecord(value) && typeof value['session'] === 'string' && typeof value['uri'] === 'string'
  );
}

export function isPreviewClose(value: unknown): value is PreviewClose {
  return isRecord(value) && typeof value['session'] === 'string';
}

export function isPreviewCaret(value: unknown): value is PreviewCaret {
  return (
    isRecord(value) &&
    typeof value['session'] === 'string' &&
    (value['caret'] === null || isPlaceInPost(value['caret']))
  );
}

export function isFormulaRequest(value: unknown): value is FormulaRequest {
  return isRecord(value) && typeof value['session'] === 'string' && isFormulaPlace(value['place']);
}

/** `null` where it is no menu of a formula: anyone may run a command, with anything. */
export function readFormulaMenu(value: unknown): Omit<FormulaMenu, 'webviewSection'> | null {
  if (!isRecord(value)) return null;
  const { post, place, postulateLabel: label } = value;
  if (!isShortText(post) || !isFormulaPlace(place)) return null;
  return isShortText(label) ? { post, place, postulateLabel: label } : { post, place };
}

function isWays({ back, forward }: Readonly<Record<string, unknown>>): boolean {
  return typeof back === 'boolean' && typeof forward === 'boolean';
}

function isEquation(value: unknown): value is PeekedEquation {
  return (
    isRecord(value) &&
    isText(value['html']) &&
    isTexts(value['texts']) &&
    isCount(value['row']) &&
    isTextOrNull(value['post'])
  );
}

function isSubject(value: unknown): value is PeekSubject {
  if (!isRecord(value)) return false;
  if (value['kind'] === 'link') return isShortText(value['target']);
  return (
    value['kind'] === 'reference' &&
    ['revision', 'position', 'index'].every((name) => isCount(value[name]))
  );
}

function isFormulaPlace(value: unknown): value is FormulaPlace {
  return (
    isRecord(value) &&
    ['revision', 'position', 'formula'].every((name) => isCount(value[name])) &&
    (value['row'] === null || isRow(value['row']))
  );
}

function isRow(value: unknown): boolean {
  return isRecord(value) && isCount(value['index']) && isCount(value['count']);
}

function isPatch(value: Record<string, unknown>): value is Record<string, unknown> & PreviewPatch {
  return (
    value['protocol'] === previewProtocolVersion &&
    ['base', 'revision', 'from', 'removed', 'window'].every((name) => isCount(value[name])) &&
    isOutlines(value['inserted']) &&
    isArrayOf(value['blocks'], isPositionedBlock) &&
    isArrayOf(value['texts'], isPositionedTexts) &&
    isCaretPlace(value['caret'])
  );
}

function isCaretPlace(value: unknown): value is CaretPlace | null {
  return (
    value === null || (isRecord(value) && isCount(value['position']) && isCount(value['formula']))
  );
}

function isOutlines(value: unknown): value is BlockOutlines {
  if (!isRecord(value)) return false;
  const { lineCounts, weights } = value;
  return (
    isArrayOf(lineCounts, isCount) &&
    isArrayOf(weights, isAmount) &&
    lineCounts.length === weights.length
  );
}

function isPositionedBlock(value: unknown): value is PositionedBlock {
  return (
    isRecord(value) &&
    isCount(value['position']) &&
    typeof value['key'] === 'string' &&
    (value['html'] === null || typeof value['html'] === 'string')
  );
}

function isPositionedTexts(value: unknown): value is PositionedTexts {
  return isRecord(value) && isCount(value['position']) && isTexts(value['texts']);
}

function isTexts(value: unknown): value is BlockTexts {
  return (
    isRecord(value) &&
    isArrayOf(value['rows'], isText) &&
    isArrayOf(value['references'], isTextOrNull) &&
    isArrayOf(value['faults'], isFault) &&
    isArrayOf(value['results'], isResult) &&
    isArrayOf(value['beyondCut'], isCount) &&
    isArrayOf(value['deadLinks'], isText) &&
    isArrayOf(value['damage'], isDamage)
  );
}

function isDamage(value: unknown): value is FormulaDamage {
  if (!isRecord(value) || !isText(value['text'])) return false;
  return value['formula'] === null || isCount(value['formula']);
}

function isFault(value: unknown): value is FormulaFault {
  return isRecord(value) && isCount(value['formula']) && isText(value['text']);
}

function isTable(value: unknown): boolean {
  return (
    isRecord(value) &&
    isText(value['caption']) &&
    isText(value['corner']) &&
    isArrayOf(value['columns'], isText) &&
    isArrayOf(value['rows'], isTableRow)
  );
}

function isTableRow(value: unknown): value is ResultTable['rows'][number] {
  return isRecord(value) && isText(value['heading']) && isArrayOf(value['cells'], isText);
}

function isPlot(value: unknown): value is ResultPlot {
  return isRecord(value) && isText(value['caption']) && isText(value['svg']);
}

function isSlider(value: unknown): value is ResultSlider {
  return (
    isRecord(value) &&
    isText(value['line']) &&
    isText(value['name']) &&
    isArrayOf(value['values'], isNumber) &&
    isCount(value['at']) &&
    value['at'] < value['values'].length
  );
}

function isResult(value: unknown): value is BlockResult {
  return (
    isRecord(value) &&
    (value['anchor'] === 'formula' || value['anchor'] === 'line') &&
    isCount(value['index']) &&
    isText(value['text']) &&
    isText(value['detail']) &&
    (value['row'] === undefined || isRow(value['row'])) &&
    (value['table'] === undefined || isTable(value['table'])) &&
    (value['plot'] === undefined || isPlot(value['plot'])) &&
    (value['slider'] === undefined || isSlider(value['slider'])) &&
    ['value', 'holds', 'fails', 'unknown'].includes(value['state'] as string)
  );
}
