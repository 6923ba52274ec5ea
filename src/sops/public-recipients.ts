/** Recipients whose private keys are published: what is encrypted for them is readable by everybody. */
const PUBLIC_RECIPIENTS: ReadonlySet<string> = new Set([
  // The demo identity that comes with Gantry's example.
  'age1xnnt7grzc35ugf882zrfjfvzharza5p0xdwenu385cy66eysey6qy8pth7',
  // Published in the documentation of sops.
  'age1yt3tfqlfrwdwx0z0ynwplcr6qxcxfaqycuprpmy89nr83ltx74tqdpszlw',
  // Published in the tests of sops.
  'age1lzd99uklcjnc0e7d860axevet2cz99ce9pq6tzuzd05l5nr28ams36nvun',
  'age1afnrdrkyvy0sl5e08t9ffs4c7g5e5npc8luf7hjc77syewg5gajsls4r90',
]);

/** Whether anybody can decrypt what is encrypted for this recipient. */
export function isPublicRecipient(recipient: string): boolean {
  return PUBLIC_RECIPIENTS.has(recipient);
}
