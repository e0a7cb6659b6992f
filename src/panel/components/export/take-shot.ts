import { browserName } from '../../screenshot/browser-name';
import { drawShot } from '../../screenshot/draw-shot';
import { shotModel } from '../../screenshot/shot-model';
import { fileName, saveFile } from '../../save-file';
import type { Session } from '../../store/session/types';

/** Makes the picture of a session as the table shows it now, saves it and copies it. The result says what was done. */
export async function takeShot(session: Session): Promise<string> {
  const model = shotModel({
    report: session.evidence.report(),
    table: session.table,
    browser: browserName(navigator.userAgent),
    file: session.kind === 'imported' ? session.name : null,
  });
  const pictures = await drawShot(model, session.settings.theme.peek());
  const at = new Date();
  const names = pictures.map((_, index) =>
    fileName(session.page.url.peek(), at, pictures.length === 1 ? 'png' : `${index + 1}.png`),
  );
  const [first] = pictures;
  const isCopied = pictures.length === 1 && first !== undefined && (await copyPicture(first));
  for (const [index, picture] of pictures.entries()) saveFile(picture, names[index] ?? 'crosslink.png');
  const saved = `Handed to the browser as ${names.join(', ')}`;
  if (isCopied) return `${saved}, and copied to the clipboard.`;
  return pictures.length > 1
    ? `${saved}. Several pictures do not fit the clipboard.`
    : `${saved}. This browser does not let a devtools panel copy pictures: take the file.`;
}

/** Devtools panels may be denied the clipboard: tells whether the picture got there. */
async function copyPicture(picture: Blob): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ [picture.type]: picture })]);
    return true;
  } catch {
    // denied by the frame's permissions policy, or for want of focus; the caller says so
    return false;
  }
}
