// Tells the client what turns a post into a page, each part with the file that says so.
import { isPostRequest, serverRequests, type PostSite, type SitePart } from '../protocol/server.js';
import {
  isChangeSiteRequest,
  type ChangeSiteAnswer,
  type ChangeSiteRequest,
} from '../protocol/site.js';
import {
  delimiterName,
  markdownEngines,
  mathEngines,
  tagModes,
  type siteParts,
} from '../core/site/site.js';
import type { Blog } from './blog.js';
import { changedConfig } from './changedConfig.js';
import { answerRequest } from './answered.js';
import { refusal } from './edits.js';
import type { Server } from './serverParts.js';
import { joinUri } from './uri.js';

export function registerSite(server: Server): void {
  answerRequest(server, serverRequests.site, 'The site of a post', isPostRequest, (request) =>
    siteOf(server, request.uri),
  );
  answerRequest(
    server,
    serverRequests.changeSite,
    'Changing the site',
    isChangeSiteRequest,
    (request) => changeSite(server, request),
  );
}

async function siteOf({ blogs }: Server, uri: string): Promise<PostSite> {
  await blogs.loaded();
  const blog = blogs.blogOf(uri);
  const { reading, detected } = blog.config.siteOf(blog.pathOf(uri));
  const part = (name: (typeof siteParts)[number]): SitePart => {
    const source = reading.from[name];
    return {
      value: reading.site[name],
      source: source && { uri: source.file, line: source.line },
      choices: choices[name],
    };
  };
  return {
    generator: detected?.generator ?? null,
    markdown: part('markdown'),
    math: part('math'),
    tags: part('tags'),
    passthrough: (reading.site.passthrough ?? []).map(delimiterName),
    config: configOf(blog, blogs.workspaceFolderOf(uri) !== null),
  };
}

const choices = { markdown: markdownEngines, math: mathEngines, tags: tagModes } as const;

/** A post that lies in no folder has no place for one. */
function configOf({ config: { file }, folder }: Blog, isInWorkspace: boolean): PostSite['config'] {
  if (file !== null) return { uri: file, exists: true };
  return isInWorkspace ? { uri: joinUri(folder, 'postulate.json'), exists: false } : null;
}

function changeSite(server: Server, request: ChangeSiteRequest): ChangeSiteAnswer {
  const path = server.blogs.blogOf(request.uri).pathOf(request.uri);
  const edits = changedConfig(request.text, path, request.part, request.value);
  return edits ? { kind: 'edits', edits } : refusal(server, 'configNotJson');
}
