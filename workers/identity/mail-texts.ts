type MailText = { subject: string; text: string; html: string };

export function codeMail(code: string): MailText {
  return mailText(`${code} is your Edgeways code`, [
    'Enter this code to sign in to Edgeways:',
    { strong: code },
    'It is good for ten minutes and for one use. Nobody from Edgeways will ever ask you for it.',
    'If you did not ask for a code, ignore this mail: without the code nothing happens.',
  ]);
}

export function invitationMail(workspace: string, inviter: string, link: string): MailText {
  return mailText(`${inviter} invites you to ${workspace} on Edgeways`, [
    `${inviter} invites you to join the workspace ${workspace} on Edgeways.`,
    { link, label: 'Join' },
    'The link is for this address only and good for seven days.',
    'If you do not know who this is, ignore this mail.',
  ]);
}

type Paragraph = string | { strong: string } | { link: string; label: string };

/** The same mail twice: as text, and as HTML that says no more than the text. */
function mailText(subject: string, paragraphs: Paragraph[]): MailText {
  const style = 'font: 16px/1.5 system-ui, sans-serif; max-width: 34em; margin: 2em auto; padding: 0 1em';
  const body = paragraphs.map((paragraph) => `<p>${htmlOf(paragraph)}</p>`).join('\n');
  return {
    subject,
    text: `${paragraphs.map(textOf).join('\n\n')}\n`,
    html: `<!doctype html>\n<html lang="en"><body><main style="${style}">\n${body}\n</main></body></html>\n`,
  };
}

function textOf(paragraph: Paragraph): string {
  if (typeof paragraph === 'string') return paragraph;
  return 'strong' in paragraph ? `    ${paragraph.strong}` : paragraph.link;
}

function htmlOf(paragraph: Paragraph): string {
  if (typeof paragraph === 'string') return escapeHtml(paragraph);
  if ('strong' in paragraph) {
    return `<strong style="font-size: 28px; letter-spacing: 4px">${escapeHtml(paragraph.strong)}</strong>`;
  }
  const href = escapeHtml(paragraph.link);
  return `<a href="${href}"><strong>${escapeHtml(paragraph.label)}</strong></a><br>\n<small>${href}</small>`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
