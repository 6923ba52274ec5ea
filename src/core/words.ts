/** `1 file`, `2 files`; `1 entry`, `2 entries`; `1 key is`, `2 keys are` with both forms given. */
export function count(number: number, noun: string, many = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : many}`;
}
