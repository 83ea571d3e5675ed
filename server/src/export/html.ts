/** A cable as one HTML page that needs nothing else: no scripts, nothing from elsewhere; light or dark as the reader has it, printable. */
import type { CableDocument } from './document';
import { escapeMarkup } from './escape';
import { htmlBody } from './html-body';
import { STYLE } from './style';

export function toHtml(document: CableDocument): string {
  const [first] = document.messages;
  const title = [first?.id, first?.title === first?.id ? '' : first?.title].filter(Boolean).join(': ') || 'Cable';
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeMarkup(title)}</title>
<style>${COLOURS}${STYLE}
</style>
</head>
<body>
<main>
${htmlBody(document, { isView: false })}
</main>
</body>
</html>
`;
}

const COLOURS = `
:root { color-scheme: light dark; --serif: "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, serif; --sans: system-ui, sans-serif; --mono: ui-monospace, Menlo, Consolas, monospace;
  --paper: #fdfdfb; --ink: #1d1d1f; --quiet: #5f6368; --line: #d0d0ca; --accent: #0b57a4; --target: #fff3c4;
  --unclassified: #1d6b37; --restricted: #5b4a9e; --confidential: #1f5fa8; --secret: #b3261e; --top-secret: #9a4a00; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #1b1c1e; --ink: #e4e4e2; --quiet: #a3a7ad; --line: #47494d; --accent: #8ab8f0; --target: #4a4220;
    --unclassified: #7fcf98; --restricted: #b9a9f2; --confidential: #8fbcf5; --secret: #ff9a92; --top-secret: #ffb870; }
}
body { margin: 0; background: var(--paper); }`;
