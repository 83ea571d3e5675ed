/** The least that a language server in Node can be: reads messages from standard input, and answers each request with the same nothing. */
let read = Buffer.alloc(0);
process.stdin.on('data', (bytes) => {
  read = read.length ? Buffer.concat([read, bytes]) : bytes;
  for (;;) {
    const head = read.indexOf('\r\n\r\n');
    if (head < 0) return;
    const end = head + 4 + Number(/Content-Length: *(\d+)/i.exec(read.toString('latin1', 0, head))[1]);
    if (read.length < end) return;
    const { id, method } = JSON.parse(read.toString('utf8', head + 4, end));
    read = read.subarray(end);
    if (method === 'exit') process.exit();
    if (id === undefined) continue;
    const result = method === 'initialize' ? { capabilities: { textDocumentSync: 2 } } : null;
    const body = JSON.stringify({ jsonrpc: '2.0', id, result });
    process.stdout.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }
});
process.stdin.on('end', () => process.exit());
