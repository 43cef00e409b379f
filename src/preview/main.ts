// Entry point of the script inside the preview's webview.

const root = document.querySelector<HTMLElement>('main.postulate');
if (root) {
  const count = document.createElement('span');
  count.className = 'eq-count';
  count.textContent = root.dataset['equations'] ?? '';
  root.append(count);
}
