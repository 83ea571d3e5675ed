/**
 * Addresses of any scheme as paths and back, so that folders, globs and configurations are the same everywhere: the first part of a path
 * stands for scheme and authority. `vscode-vfs://github/owner/cables/1.cable` is `/vscode-vfs:%2F%2Fgithub/owner/cables/1.cable`.
 */

const ADDRESS = /^([a-z][\w+.-]*:(?:\/\/[^/?#]*)?)(\/[^?#]*)$/i;

/** Scheme and authority; null of what is no address of a file: an untitled document, one side of a comparison. */
export const originOf = (uri: string): string | null => ADDRESS.exec(uri)?.[1] ?? null;

/** Null of what is no address of a file. Of a folder, without a slash at the end. */
export function pathOf(uri: string): string | null {
  const [, origin, path] = ADDRESS.exec(uri) ?? [];
  if (origin === undefined || path === undefined) return null;
  try {
    return `/${encodeURIComponent(origin).replaceAll('%3A', ':')}${decodeURIComponent(path.replace(/\/$/, ''))}`;
  } catch {
    return null;
  }
}

export function uriOf(path: string): string {
  const [, origin, ...names] = path.split('/');
  return `${decodeURIComponent(origin!)}/${names.map(encoded).join('/')}`;
}

/** As VS Code writes it. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
