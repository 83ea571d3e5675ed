/** Rewrites of a whole cable, each by its command. */
import { hands } from './hands.mjs';

const MESSY = `Secret ROME 000130

E.O. 12958: DECL: 03/21/2016
TAGS: EFIS, IT
SUBJECT: (U) NETS

¶1.  (U) The first net, see para 4.

¶2.  The second &quot;net&quot;.

¶4.  (S) The third net.

KETTERING
`;
const LONG = `UNCLAS ROME 000131

E.O. 13526: N/A
TAGS: EFIS, IT
SUBJECT: NETS

${Array.from({ length: 60 }, (_, i) => `${i + 1}.  (U) The fishers asked for net ${i + 1}.\n`).join('\n')}
KETTERING
`;

export async function testRewriting({ it, workbench, folder }) {
  const { page, line, write, closeAll, saved, read } = hands({ workbench, folder });
  const NAME = 'rewriting.cable';
  let text = MESSY;
  const steps = [
    ['Write the Classification in Capitals', (now) => now.replace('Secret ROME', 'SECRET ROME')],
    ['Letter-Space the Classification', (now) => now.replace('SECRET ROME', 'S E C R E T ROME')],
    ['Remove What the Archive Added', (now) => now.replaceAll('¶', '').replaceAll('&quot;', '"')],
    ['Mark Unmarked Paragraphs', (now) => now.replace('2.  The', '2.  (S) The')],
    ['Renumber the Paragraphs', (now) => now.replace('para 4', 'para 3').replace('4.  (S)', '3.  (S)')],
  ];
  await write(NAME, MESSY);
  await line('The first net').click();
  for (const [title, change] of steps)
    await it(`Cable: ${title}`, async () => {
      await workbench.command(`Cable: ${title}`);
      text = change(text);
      await saved(NAME, (now) => now === text, title);
    });
  await it('Cable: Move the Paragraph Down, and up again, with its number', async () => {
    const moved = text
      .replace('1.  (U) The first net, see para 3.', '#')
      .replace('2.  (S) The second "net".', '2.  (U) The first net, see para 3.')
      .replace('#', '1.  (S) The second "net".');
    await line('The first net').click();
    await workbench.command('Cable: Move the Paragraph Down');
    await saved(NAME, (now) => now === moved, 'the other order');
    await line('The first net').click();
    await workbench.command('Cable: Move the Paragraph Up');
    await saved(NAME, (now) => now === text, 'the first order');
  });
  await closeAll();
  await it('Cable: Split into Sections, and joined again', async () => {
    await write('long.cable', LONG);
    await line('SUBJECT').click();
    await workbench.command('Cable: Split into Sections');
    await saved('long.cable', (now) => now.includes('UNCLAS SECTION 01 OF 02 ROME 000131'), 'two sections');
    if (!/\nROME 00000131 {2}002 OF 002\n\n\n\d+\. /.test(read('long.cable'))) throw new Error(read('long.cable'));
    await workbench.command('Cable: Join Pages and Sections');
    await saved('long.cable', (now) => now === LONG, 'one section');
    await page.keyboard.press('Control+Home');
  });
  await closeAll();
}
