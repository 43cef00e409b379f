// A client for one test, whose end stops it.
import { onTestFinished } from 'vitest';
import { LanguageClient, type ClientChoices } from './languageClient.js';

export async function startClient(choices: ClientChoices = {}): Promise<LanguageClient> {
  const client = await LanguageClient.start(choices);
  onTestFinished(() => client.stop());
  return client;
}

/** One whose server has read its folder. */
export async function startLoaded(choices: ClientChoices = {}): Promise<LanguageClient> {
  const client = await startClient(choices);
  await client.server.blogs.loaded();
  return client;
}
