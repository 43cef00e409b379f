// Ranges as the protocol has them, and as VS Code does.
import * as vscode from 'vscode';
import type { PlaceInPost } from '../protocol/server.js';

interface Places {
  readonly start: PlaceInPost;
  readonly end: PlaceInPost;
}

export function rangeOf({ start, end }: Places): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

export function placesOf({ start, end }: vscode.Range): Places {
  return { start: placeOf(start), end: placeOf(end) };
}

export function placeOf({ line, character }: vscode.Position): PlaceInPost {
  return { line, character };
}
