/** The manifest, and the texts that lie beside it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(__dirname, '..', '..', '..');
export const read = (path: string): string => readFileSync(join(root, path), 'utf8');
export const readJson = <T>(path: string): T => JSON.parse(read(path)) as T;

export interface Setting {
  readonly type?: string;
  readonly scope?: string;
  readonly default?: unknown;
  readonly order?: number;
  readonly enum?: readonly string[];
  readonly markdownDescription?: string;
  readonly description?: string;
  readonly enumDescriptions?: readonly string[];
}
export interface Command {
  readonly command: string;
  readonly when?: string;
  readonly submenu?: string;
  readonly group?: string;
}
export interface Manifest {
  readonly capabilities: {
    readonly untrustedWorkspaces: {
      readonly supported: unknown;
      readonly description?: string;
      readonly restrictedConfigurations?: readonly string[];
    };
    readonly virtualWorkspaces: { readonly supported: unknown; readonly description?: string };
  };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly keybindings: readonly {
      readonly command: string;
      readonly key: string;
      readonly mac?: string;
      readonly when: string;
    }[];
    readonly menus: Readonly<Record<string, readonly Command[]>>;
    readonly configuration: readonly {
      readonly title: string;
      readonly order: number;
      readonly properties: Readonly<Record<string, Setting>>;
    }[];
  };
}
export const manifest = readJson<Manifest>('package.json');
export const settings: Readonly<Record<string, Setting>> = Object.assign(
  {},
  ...manifest.contributes.configuration.map(({ properties }) => properties),
);

/** Each string of a value, with the way to it: `contributes.commands.0.title`. */
export function* strings(value: unknown, way = ''): Generator<readonly [way: string, text: string]> {
  if (typeof value === 'string') yield [way, value];
  else if (value && typeof value === 'object')
    for (const [name, each] of Object.entries(value)) yield* strings(each, way ? `${way}.${name}` : name);
}

/** All that runs in the editor's own process. */
export const clientCode = (): string =>
  filesOf('client/src', /\.ts$/)
    .map((file) => read(`client/src/${file}`))
    .join('\n');

/** Files of a folder whose names match. */
export const filesOf = (folder: string, name: RegExp): string[] =>
  readdirSync(join(root, folder)).filter((file) => name.test(file));
