// The harness itself: what other window tests take for granted.
import { expect, it } from 'vitest';
import { openFolder } from './harness/window.js';

it('opens a fresh folder with its settings, types, and reads problems', async () => {
  const window = await openFolder({
    files: { 'notes/first.md': '# First\n', 'notes/second.md': '# Second\n' },
    settings: { 'markdown.validate.enabled': true },
  });
  await window.openFile('notes/second.md');
  await window.press('ControlOrMeta+End');
  await window.type('See [there](missing.md).');
  await expect.poll(() => window.text()).toBe('# Second\nSee [there](missing.md).');
  await expect
    .poll(() => window.problems())
    .toMatchObject([{ file: 'notes/second.md', line: 2, column: 13, severity: 'warning' }]);
  await window.runCommand('File: Save');
  await expect.poll(() => window.file('notes/second.md')).toContain('missing.md');
});

it('opens another folder after it', async () => {
  const window = await openFolder({ files: { '文章.md': '# 文章\n' } });
  await window.openFile('文章.md');
  expect(await window.text()).toBe('# 文章\n');
  expect(await window.problems()).toEqual([]);
});

it('says what fails in the extension host', async () => {
  const window = await openFolder({ files: {} });
  const failing = window.host((vscode) =>
    vscode.commands.executeCommand('postulate.noSuchCommand'),
  );
  await expect(failing).rejects.toThrow('postulate.noSuchCommand');
});
