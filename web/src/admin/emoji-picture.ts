/** A picture that is about to become an emoji. */
export interface EmojiPicture {
  image: Blob;
  /** To show it; a data: URL, which is all that the page's security policy lets through. */
  url: string;
}

/** The server takes no more. */
const maxBytes = 128 * 1024;
/** Twice the largest size in which emoji are shown, for dense screens. Pixels. */
const side = 128;

/**
 * The picture of a file, made smaller where it has to be. One that moves stays as it is: shrinking would stop it. Throws
 * for what is no picture.
 */
export async function readPicture(file: File): Promise<EmojiPicture> {
  const bitmap = await createImageBitmap(file);
  const isLarge = file.size > maxBytes || Math.max(bitmap.width, bitmap.height) > 4 * side;
  const image = isLarge && file.type !== 'image/gif' ? await shrink(bitmap) : file;
  bitmap.close();
  return { image, url: await dataUrl(image) };
}

async function shrink(bitmap: ImageBitmap): Promise<Blob> {
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser cannot draw.');
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be made.'))), 'image/png'),
  );
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
