/** The extension in a browser: its server is a worker, and has the files that it needs handed over. */
import { type ExtensionContext, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { handOverFiles } from '../files';
import { run, stop } from '../run';
import { provideRulePages, RULE_PAGES } from './rule-pages';
import { readTables } from './tables';

declare const Worker: new (
  script: string,
) => ConstructorParameters<typeof BrowserMessageReader>[0] & { terminate(): void };

export function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'browser', 'server.js').toString(true);
  const tables = readTables(context.extensionUri);
  let worker: InstanceType<typeof Worker> | null = null;
  // A server that is left does not end by itself.
  const end = (): void => worker?.terminate();
  context.subscriptions.push({ dispose: end }, provideRulePages(context.extensionUri));
  return run(context, {
    make: (options) => {
      const client = new LanguageClient(
        'cable',
        'Diplomatic Cables',
        async () => {
          end();
          worker = new Worker(script);
          worker.postMessage(await tables());
          return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
        },
        options,
      );
      handOverFiles(client);
      return client;
    },
    configurations: { pattern: '**/*.cablerc.json' },
    told: { docs: RULE_PAGES },
  });
}

export const deactivate = stop;
