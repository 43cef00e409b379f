// The picture of a formula that the server makes.
import type { ServerClient } from './serverClient.js';

/** `null` where there is none. */
export async function formulaPicture(
  server: ServerClient,
  method: string,
  params: unknown,
): Promise<string | null> {
  try {
    return await server.request<string | null>(method, params);
  } catch {
    // The server is being started anew: the TeX does as well.
    return null;
  }
}
