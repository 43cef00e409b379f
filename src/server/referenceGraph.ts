// Gives the client the graph of references around a post, and tells it once when that may be another one.
import type { CancellationToken } from 'vscode-languageserver';
import {
  defaultLimits,
  referenceGraph,
  type GraphNode,
  type ReferenceGraph,
} from '../language/graph/referenceGraph.js';
import {
  graphNotifications,
  graphRequests,
  isGraphRequest,
  type DrawnGraph,
  type DrawnNode,
  type GraphRequest,
} from '../protocol/graph.js';
import { answerRequest } from './answered.js';
import type { Blog } from './blog.js';
import type { Server } from './serverParts.js';
import { Slices } from './slices.js';

export function registerReferenceGraph(server: Server): void {
  const watch = watchPosts(server);
  answerRequest(
    server,
    graphRequests.graph,
    'A graph of references',
    isGraphRequest,
    (request, token) => graphOf(server, request, watch, token),
  );
}

async function graphOf(
  { blogs }: Server,
  { uri, expanded }: GraphRequest,
  watch: Watch,
  token: CancellationToken,
): Promise<DrawnGraph | null> {
  await blogs.loaded();
  const blog = blogs.blogOf(uri);
  const path = blog.pathOf(uri);
  const { index } = blog;
  // What changes from here on may not be in the answer.
  watch.begin();
  if (!index.facts(path)) return null;
  const slices = new Slices();
  const choices = { path, expanded: new Set(expanded), limits: defaultLimits };
  const steps = referenceGraph(index, choices);
  let step = steps.next();
  while (step.done !== true) {
    await slices.next();
    if (token.isCancellationRequested) return null;
    step = steps.next();
  }
  return drawnGraph(path, step.value, blog);
}

function drawnGraph(center: string, graph: ReferenceGraph, blog: Blog): DrawnGraph {
  const nodes = graph.nodes.map((node) => drawnNode(node, blog));
  return { ...graph, center, nodes, total: blog.index.size };
}

function drawnNode(node: GraphNode, blog: Blog): DrawnNode {
  const { id, path } = node;
  const uri = blog.uriOf(path);
  switch (node.kind) {
    case 'post': {
      const { kind, title, series, part, equations, isExpanded } = node;
      return { kind, id, uri, title: title ?? path, series, part, equations, isExpanded };
    }
    case 'equation': {
      const { kind, label, number, line } = node;
      return { kind, id, post: path, uri, label, number, line };
    }
  }
}

interface Watch {
  /** From now on the next change is told, and no other. */
  readonly begin: () => void;
}

function watchPosts({ connection, store, blogs }: Server): Watch {
  let isAwaited = false;
  const changed = (): void => {
    if (!isAwaited) return;
    isAwaited = false;
    void connection.sendNotification(graphNotifications.changed);
  };
  store.onDidChange(changed);
  store.onDidClose(changed);
  blogs.onDidAffect((uris) => {
    if (uris.length > 0) changed();
  });
  return {
    begin: () => {
      isAwaited = true;
    },
  };
}
