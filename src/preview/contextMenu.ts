// Tells VS Code's menu what it is opened on: the formula under the pointer, and the label of its row.
import type { FormulaMenu } from '../protocol/preview.js';
import { formulaOf, formulaPlace } from './formulaTarget.js';
import type { Layout } from './layout.js';
import type { PreviewController } from './previewController.js';

export interface MenuParts {
  readonly window: Window;
  readonly root: HTMLElement;
  readonly layout: Layout;
  readonly controller: PreviewController;
}

export function listenToMenus({ window, root, layout, controller }: MenuParts): void {
  // VS Code reads the attribute when the event comes by it: this must be earlier.
  window.addEventListener(
    'contextmenu',
    ({ target, clientY }) => {
      const element = target instanceof Element && root.contains(target) ? formulaOf(target) : null;
      const place = element && formulaPlace(controller, layout, element, clientY);
      if (!place) return;
      const display = element.closest<HTMLElement>('.display') ?? element;
      const label = labelAt(display, clientY, layout);
      const menu: FormulaMenu = {
        webviewSection: 'formula',
        post: root.dataset['uri'] ?? '',
        place,
        ...(label === null ? {} : { postulateLabel: label }),
      };
      display.dataset['vscodeContext'] = JSON.stringify(menu);
    },
    { capture: true },
  );
}

/** The label of the row whose number is nearest to a height; `null` where readers see no number there. */
function labelAt(display: HTMLElement, y: number, layout: Layout): string | null {
  const numbers = [...display.querySelectorAll<HTMLElement>('.eq-number')];
  const distances = numbers.map((number) =>
    Math.abs(layout.top(number) + layout.height(number) / 2 - y),
  );
  const nearest = numbers[distances.indexOf(Math.min(...distances))];
  return nearest?.textContent ? (nearest.dataset['label'] ?? null) : null;
}
