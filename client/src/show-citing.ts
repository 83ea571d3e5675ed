/** What the lens above a cable does: a peek at the places that cite it. */
import { commands, type Disposable, type Location, Position, Uri } from 'vscode';
import type { Position as ProtocolPosition } from 'vscode-languageserver-types';

export const registerShowCiting = (): Disposable =>
  commands.registerCommand('cable.showCiting', async (address: string, { line, character }: ProtocolPosition) => {
    const [uri, at] = [Uri.parse(address), new Position(line, character)];
    const places = await commands.executeCommand<Location[]>('vscode.executeReferenceProvider', uri, at);
    // Its own number is among them: where it is declared.
    const citing = places.filter((each) => each.uri.toString() !== uri.toString() || !each.range.contains(at));
    await commands.executeCommand('editor.action.showReferences', uri, at, citing);
  });
