/** The language servers that are measured: ours, those of its peers, and one that does nothing. */
import { join } from 'node:path';
import { load, type Peers } from '../peers';
import type { Language } from './documents';
import type { Answers } from './wire';

export interface Contestant {
  readonly name: string;
  readonly language: Language;
  readonly command: readonly string[];
  /** Whether it answers anything; otherwise it only shows what Node and the pipe cost. */
  readonly answers: boolean;
  /** The settings that its client has. */
  readonly settings?: object;
  /** What it asks of its client. @param text of the open document as it is now. */
  readonly client?: (text: () => string) => Answers;
}

const root = join(__dirname, '..', '..', '..');

export const OURS: Contestant = {
  name: 'cable',
  language: 'cable',
  command: [process.execPath, join(root, 'dist', 'server.js'), '--stdio'],
  answers: true,
};

/** As editors other than VS Code start it. */
export const COMMAND: Contestant = {
  ...OURS,
  name: 'cable lsp',
  command: [process.execPath, join(root, 'dist', 'cable.js'), 'lsp', '--stdio'],
};

export const BARE: Contestant = {
  name: 'bare Node',
  language: 'cable',
  command: [process.execPath, join(__dirname, 'bare.cjs')],
  answers: false,
};

/** Ours first. */
export function contestants({ rumdl, markdownServer, markdownIt }: Peers): Contestant[] {
  return [
    OURS,
    ...(rumdl ? [rumdlServer(rumdl)] : []),
    ...(markdownServer && markdownIt ? [markdown(markdownServer, markdownIt)] : []),
    BARE,
  ];
}

export const RUMDL = 'rumdl';
const rumdlServer = (program: string): Contestant => ({
  name: RUMDL,
  language: 'markdown',
  command: [program, 'server', '--no-config'],
  answers: true,
});

/** Needs a client that reads Markdown for it, with the parser of VS Code, and tells it of files. */
const markdown = (program: string, parserHome: string): Contestant => ({
  name: 'Markdown server',
  language: 'markdown',
  command: [process.execPath, program, '--stdio'],
  answers: true,
  settings: {
    markdown: {
      // As VS Code has them, but all that is checked is on.
      validate: {
        enabled: true,
        referenceLinks: { enabled: 'warning' },
        fragmentLinks: { enabled: 'warning' },
        fileLinks: { enabled: 'warning', markdownFragmentLinks: 'inherit' },
        ignoredLinks: [],
        unusedLinkDefinitions: { enabled: 'hint' },
        duplicateLinkDefinitions: { enabled: 'warning' },
      },
      suggest: { paths: { enabled: true, includeWorkspaceHeaderCompletions: 'never' } },
      occurrencesHighlight: { enabled: false },
      server: { log: 'off' },
      trace: { server: 'off' },
    },
  },
  client: (text) => {
    const parser = new (load<new (options: object) => MarkdownIt>(parserHome))({ html: true });
    // As VS Code does: the same text is read once.
    let last: { text: string; tokens: object[] } | null = null;
    const read = (content: string): object[] => {
      if (last?.text !== content) last = { text: content, tokens: parser.parse(content, {}) };
      return last.tokens;
    };
    return {
      'markdown/parse': (params: { text?: string }) => read(params.text ?? text()),
      // There is no other file.
      'markdown/findMarkdownFilesInWorkspace': () => [],
      'markdown/fs/readDirectory': () => [],
    };
  },
});

interface MarkdownIt {
  parse(text: string, env: object): object[];
}
