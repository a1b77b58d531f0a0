import { face, type Ink } from '#style';
import type { Engine } from './engine';

/** The chart on its paper, with title and as-of, as a PNG twice as fine as the screen. */
export function picture(
  engine: Engine,
  ink: Ink,
  title: string,
  note: string,
): Promise<Blob | null> {
  const fine = 2;
  const [pad, head] = [24, 72];
  const [width, height] = [engine.getWidth(), engine.getHeight()];
  const canvas = document.createElement('canvas');
  canvas.width = (width + pad * 2) * fine;
  canvas.height = (height + head + pad) * fine;
  const brush = canvas.getContext('2d');
  if (!brush) return Promise.resolve(null);
  brush.scale(fine, fine);
  brush.fillStyle = ink.surface;
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.fillStyle = ink.ink;
  brush.font = `600 18px ${face.song}`;
  brush.fillText(title, pad, 36);
  brush.fillStyle = ink.secondary;
  brush.font = `12px ${face.text}`;
  brush.fillText(note, pad, 58);
  const drawn = engine.renderToCanvas({ pixelRatio: fine, backgroundColor: ink.surface });
  brush.drawImage(drawn, pad, head, width, height);
  return new Promise((done) => canvas.toBlob(done, 'image/png'));
}
