import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Key services as far as sops asks them: both seal by turning the text around. */
export interface FakeServices {
  readonly url: string;
  readonly close: () => void;
}

type Fields = Readonly<Record<string, unknown>>;

export async function fakeServices(): Promise<FakeServices> {
  const server: Server = createServer((request, response) => {
    void textOf(request).then((body) => {
      const given = JSON.parse(body) as Fields;
      const target = String(request.headers['x-amz-target'] ?? '');
      const answer =
        target === '' ? vault(request.url ?? '', given) : kms(target.split('.')[1] ?? '', given);
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answer));
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

/** HashiCorp Vault's transit engine. */
function vault(url: string, { plaintext, ciphertext }: Fields): Fields {
  const prefix = 'vault:v1:';
  const data = url.includes('/encrypt/')
    ? { ciphertext: `${prefix}${turned(plaintext)}` }
    : { plaintext: turned(String(ciphertext).slice(prefix.length)) };
  return { data };
}

/** AWS KMS. What was sealed in one encryption context opens in that one alone. */
function kms(action: string, { KeyId, Plaintext, CiphertextBlob, EncryptionContext }: Fields) {
  const context = JSON.stringify(EncryptionContext ?? {});
  if (action === 'Encrypt') {
    const sealed = JSON.stringify({ context, text: turned(Plaintext) });
    return { KeyId, CiphertextBlob: Buffer.from(sealed).toString('base64') };
  }
  const sealed = JSON.parse(Buffer.from(String(CiphertextBlob), 'base64').toString()) as Fields;
  return { KeyId, Plaintext: sealed['context'] === context ? turned(sealed['text']) : '' };
}

function turned(text: unknown): string {
  return String(text).split('').reverse().join('');
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
