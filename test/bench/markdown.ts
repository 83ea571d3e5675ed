/** The same text as a good page of Markdown would have it, so that linters of Markdown have as much to read, and as little to say. */
export function asMarkdown(id: string, text: string): string {
  const body = text
    .split(/\n[ \t]*\n/)
    .map((block) => block.trim())
    .filter(Boolean)
    .map((block, at) => {
      if (at === 0) return `\`\`\`text\n${block.replace(/[ \t]+$/gm, '')}\n\`\`\``;
      const heading = /^([^\n]{3,60})\n-{3,}$/.exec(block.replace(/[ \t]+$/gm, ''));
      if (heading) return `## ${heading[1]} ${at}`;
      // One blank after a full stop, as that format's linters want it.
      return block
        .replace(/^¶/, '')
        .replace(/(?<=\S) {2,}(?=\S)/g, ' ')
        .replace(/[ \t]+$/gm, '')
        .replace(/^-- /gm, '- ')
        .replace(/^(\d+)\. {1,2}/, '$1\\. ');
    });
  return `# ${id}\n\n${body.join('\n\n')}\n`;
}
