import { createInterface } from 'node:readline/promises';
import { ImportError } from './import-error.ts';

/** The six digits, as they are typed at the prompt. Throws ImportError when the input ends without. */
export async function askForCode(email: string, delivery: 'email' | 'console'): Promise<string> {
  const place = delivery === 'email' ? `was sent to ${email}` : `the server has printed for ${email} (it has no mail)`;
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const ended = new Promise<never>((_resolve, reject) => {
      prompt.once('close', () => reject(new ImportError('No code was typed.')));
    });
    const code = await Promise.race([prompt.question(`The code that ${place}: `), ended]);
    return code.replaceAll(/\s/g, '');
  } finally {
    prompt.close();
  }
}
