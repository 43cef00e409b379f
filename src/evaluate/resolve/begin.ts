// The context in which a statement starts: nothing bound yet but what the scope holds.
import { resolve } from './resolve.js';
import type { Context, Instances, Scope, Shared } from './context.js';

/** Largest number of nodes that one statement may come to with all names put in. */
const MAXIMUM_NODES = 50_000;

export function newContext(
  scope: Scope,
  position = 0,
  instances: Instances = newInstances(),
): Context {
  const shared: Shared = {
    resolve,
    instances,
    notes: new Set(),
    room: { nodes: MAXIMUM_NODES },
  };
  return {
    shared,
    scope,
    position,
    locals: new Map(),
    dimensions: { known: new Map(), upperEnds: new Set(), derived: new Map(), pending: new Map() },
    entries: null,
    implicit: null,
    fits: null,
    ended: new Set(),
    vectorParameters: [],
  };
}

export function newInstances(): Instances {
  return { byDefinition: new Map(), nextId: 0, nextLocal: 0 };
}
