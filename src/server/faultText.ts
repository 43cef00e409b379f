// Why readers see an error in place of a display, in the reader's language.
import { messageOfDisplayError } from '../checks/displayError.js';
import { textOf, type Translations } from '../checks/messages.js';
import type { DisplayError } from '../core/numbering/display.js';

export function faultText(error: DisplayError, translations: Translations): string {
  return textOf(messageOfDisplayError(error), translations);
}
