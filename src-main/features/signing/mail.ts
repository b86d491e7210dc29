import { createMimeMessage } from 'mimetext';

export interface MailDraft {
  /** Empty: the person fills it in. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly attachment: { readonly name: string; readonly pdf: Uint8Array };
}

/** A mail that is not sent yet, as an .eml file: mail programs open it for editing because of `X-Unsent`. It names no sender; the program knows its own. */
export function mailDraft({ to, subject, text, attachment }: MailDraft): Buffer {
  const message = createMimeMessage();
  message.setHeader('X-Unsent', '1');
  message.setSender('draft@localhost');
  if (to !== '') message.setTo(to);
  message.setSubject(subject === '' ? attachment.name : subject);
  message.addMessage({ contentType: 'text/plain', charset: 'UTF-8', encoding: 'base64', data: lines(Buffer.from(text, 'utf8')) });
  message.addAttachment({ filename: asciiName(attachment.name), contentType: 'application/pdf', data: lines(attachment.pdf), headers: { 'Content-Disposition': disposition(attachment.name) } });
  return Buffer.from(message.asRaw().replace(/^From: .*\r?\n/m, ''), 'utf8');
}

/** Base64 in lines of 76 characters, as mail wants it. */
function lines(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n');
}

/** RFC 2231: a name for old programs, and the whole one. */
function disposition(name: string): string {
  return `attachment; filename="${asciiName(name)}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}

function asciiName(name: string): string {
  return name.replace(/[^\w. -]/g, '_');
}
