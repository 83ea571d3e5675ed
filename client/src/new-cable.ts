/** "New Cable": asks what a cable needs, and opens a skeleton that the checker has nothing against. */
import {
  commands,
  type Disposable,
  l10n,
  type QuickPickItem,
  Selection,
  type SymbolInformation,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Choice, Choices, NewCable } from '../../server/src/features/new-cable';
import { ask, pick, type Question, type as typed } from './steps';

interface Item extends QuickPickItem {
  readonly value: string;
}

const SBU = 'SENSITIVE';
const NUMBER = /^\d{1,6}$/;

/** @param client starts the server when it does not run yet. */
export const registerNewCable = (client: () => Promise<BaseLanguageClient | undefined>): Disposable =>
  commands.registerCommand('cable.newCable', async () => {
    const server = await client();
    const choices = await server?.sendRequest<Choices>('cable/newCable/choices', {});
    if (!server || !choices) return;
    const draft = await askAll(choices);
    if (!draft) return;
    const content = await server.sendRequest<string>('cable/newCable', draft);
    const document = await workspace.openTextDocument({ language: 'cable', content });
    const editor = await window.showTextDocument(document);
    // The summary is what is written first.
    const at = document.positionAt(content.indexOf('Summary:') + 'Summary:  '.length);
    editor.selection = new Selection(at, at);
  });

const item = ({ value, detail }: Choice, label = value): Item => ({ label, value, detail });

async function askAll(choices: Choices): Promise<NewCable | null> {
  const posts = choices.posts.map((post) => item(post, post.label));
  const levels: Item[] = choices.levels.flatMap((level) =>
    level === 'UNCLASSIFIED'
      ? [
          { label: level, value: level },
          { label: `${level}, ${SBU}`, value: SBU, detail: l10n.t('Sensitive but unclassified (SBU)') },
        ]
      : [{ label: level, value: level }],
  );
  const captions = choices.captions.map((each) => item(each));
  const tags = choices.tags.map((each) => ({ ...item(each), description: each.kind }));
  const reasons = choices.reasons.map((each) => item(each, `1.4 (${each.value})`));
  const precedences = choices.precedences.map((value): Item => ({ label: value, value }));
  const chosen = {
    post: [] as readonly Item[],
    level: [] as readonly Item[],
    captions: [] as readonly Item[],
    tags: [] as readonly Item[],
    references: [] as readonly Item[],
    reasons: [] as readonly Item[],
    precedence: [] as readonly Item[],
    serial: '1',
    subject: '',
    classifiedBy: '',
    signer: '',
  };
  const isClassified = () => !['UNCLASSIFIED', SBU, undefined].includes(chosen.level[0]?.value);
  const one =
    (key: 'post' | 'level' | 'precedence', items: readonly Item[], placeholder: string): Question =>
    (at) =>
      pick(at, items, { placeholder, chosen: chosen[key] }, (found) => {
        chosen[key] = found;
      });
  const many =
    (
      key: 'captions' | 'tags' | 'reasons' | 'references',
      items: () => readonly Item[],
      placeholder: string,
      search?: (value: string) => Promise<readonly Item[]>,
    ): Question =>
    (at) =>
      pick(at, items(), { placeholder, many: true, chosen: chosen[key], ...(search && { search }) }, (found) => {
        chosen[key] = found;
      });
  const text =
    (
      key: 'serial' | 'subject' | 'classifiedBy' | 'signer',
      prompt: string,
      wrong: (value: string) => boolean,
    ): Question =>
    (at) =>
      typed(
        at,
        { prompt, value: chosen[key], wrong: (value) => (wrong(value.trim()) ? prompt : undefined) },
        (value) => {
          chosen[key] = value;
        },
      );
  const done = await ask(l10n.t('New cable'), () => [
    one('post', posts, l10n.t('Which post sends it?')),
    text(
      'serial',
      l10n.t('The number of the cable at your post, 1 to 999999'),
      (value) => !NUMBER.test(value) || value === '0',
    ),
    one('level', levels, l10n.t('How is it classified?')),
    many('captions', () => captions, l10n.t('Captions, if any')),
    many('tags', () => tags, l10n.t('TAGS: subjects, programs, places (type a code or a word)')),
    text('subject', l10n.t('The subject, in a line'), (value) => !value || value.length > 200),
    many(
      'references',
      () => chosen.references,
      l10n.t('References, if any: type a number or words of a cable in the library'),
      search,
    ),
    ...(isClassified()
      ? [
          text('classifiedBy', l10n.t('Who classifies it: name and title'), (value) => !value),
          many('reasons', () => reasons, l10n.t('For which reasons?')),
        ]
      : []),
    one('precedence', precedences, l10n.t('How fast must it arrive?')),
    text(
      'signer',
      l10n.t('Who signs: surname of the chief of mission or chargé'),
      (value) => !/^[\p{L}'’ -]{2,40}$/u.test(value),
    ),
  ]);
  if (!done) return null;
  const level = chosen.level[0]!.value;
  return {
    post: chosen.post[0]!.value,
    serial: Number(chosen.serial),
    written: Date.now(),
    precedence: chosen.precedence[0]!.value as NewCable['precedence'],
    level: (level === SBU ? 'UNCLASSIFIED' : level) as NewCable['level'],
    captions: [...chosen.captions.map(({ value }) => value), ...(level === SBU ? [SBU] : [])],
    tags: chosen.tags.map(({ value }) => value),
    subject: chosen.subject,
    references: chosen.references.map(({ value }) => value),
    classifiedBy: chosen.classifiedBy,
    reasons: chosen.reasons.length ? chosen.reasons.map(({ value }) => value) : ['b', 'd'],
    signer: chosen.signer,
  };
}

/** Cables of the library, and what was typed itself where it is a number of one. */
async function search(value: string): Promise<readonly Item[]> {
  const own = /^\s*(\d{2} [A-Za-z][A-Za-z .'-]{1,30} \d{1,6})\s*$/.exec(value)?.[1]?.toUpperCase();
  const found =
    (await commands.executeCommand<SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', value)) ?? [];
  const items = found.slice(0, 50).flatMap(({ name, containerName }): Item[] => {
    const colon = name.indexOf(':');
    const number = colon < 0 ? name : name.slice(0, colon);
    return /^\d{2} [A-Z]/.test(number)
      ? [
          {
            label: number,
            value: number,
            description: name.slice(colon + 1).trim(),
            detail: containerName,
            alwaysShow: true,
          },
        ]
      : [];
  });
  return own && !items.some(({ value: known }) => known === own)
    ? [{ label: own, value: own, description: l10n.t('as typed'), alwaysShow: true }, ...items]
    : items;
}
