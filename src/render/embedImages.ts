// The pictures of a page, put into it, so that it needs nothing beside itself.
import { base64 } from './base64.js';
import {
  decodeAddress,
  imageAddresses,
  readPictureAddress,
  replaceImages,
  withScheme,
} from './pageImages.js';

export interface ImageSource<Fault> {
  /** Pictures of the network stay in the page, as addresses. */
  readonly remoteImages: boolean;
  /** The bytes of a file; its path counts from the post's folder, or begins with `/` and counts from the blog's. */
  readonly read: (path: string) => Promise<ImageRead<Fault>>;
  readonly faults: {
    /** What is said of a picture of the network, if anything. */
    readonly remote: Fault | null;
    /** What is said of a file that no page can hold. */
    readonly type: Fault;
  };
}

export type ImageRead<Fault> =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'fault'; readonly fault: Fault };

export interface PageWithImages<Fault> {
  readonly page: string;
  readonly faults: readonly { readonly picture: string; readonly fault: Fault }[];
}

export async function embedImages<Fault>(
  page: string,
  source: ImageSource<Fault>,
): Promise<PageWithImages<Fault>> {
  const embedded = new Map<string, string>();
  const faults: { picture: string; fault: Fault }[] = [];
  for (const address of imageAddresses(page)) {
    const { inPage, fault } = await imageAt(address, source);
    if (inPage !== null) embedded.set(address, inPage);
    if (fault !== null) faults.push({ picture: decodeAddress(address), fault });
  }
  return { page: replaceImages(page, embedded), faults };
}

interface EmbeddedImage<Fault> {
  /** What the page has in the place of the address; `null` where the address stays. */
  readonly inPage: string | null;
  readonly fault: Fault | null;
}

async function imageAt<Fault>(
  address: string,
  { remoteImages, read, faults }: ImageSource<Fault>,
): Promise<EmbeddedImage<Fault>> {
  const named = readPictureAddress(address);
  switch (named.kind) {
    case 'none':
      return { inPage: null, fault: null };
    case 'remote':
      return { inPage: remoteImages ? withScheme(address) : '', fault: faults.remote };
    case 'file': {
      if (named.type === null) return { inPage: null, fault: faults.type };
      const image = await read(named.path);
      return image.kind === 'fault'
        ? { inPage: null, fault: image.fault }
        : { inPage: `data:${named.type};base64,${base64(image.bytes)}`, fault: null };
    }
  }
}
