// Packs the extension: `node scripts/package.mjs [FILE.vsix]`.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createVSIX } from '@vscode/vsce';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** @param {string} [file] where the package goes; `postulate-VERSION.vsix` in the root by default */
export async function packExtension(file) {
  // Runs the script `vscode:prepublish`, which builds.
  await createVSIX({
    cwd: root,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
    ...(file === undefined ? {} : { packagePath: file }),
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await packExtension(process.argv[2]);
}
