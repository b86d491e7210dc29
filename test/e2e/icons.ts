import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './launch.ts';

// Draws the seal in the sizes named after the folder: node icons.ts FOLDER SIZE….

const [folder = '', ...sizes] = process.argv.slice(2);
const source = `data:image/svg+xml;base64,${readFileSync(join(folder, 'deedbox.svg')).toString('base64')}`;
const app = await launch();
try {
  for (const size of sizes.map(Number)) {
    const drawn = await app.page.evaluate(
      async ([url, width]) => {
        const image = new Image(width, width);
        image.src = url;
        await image.decode();
        const canvas = Object.assign(document.createElement('canvas'), { width, height: width });
        canvas.getContext('2d')?.drawImage(image, 0, 0, width, width);
        return canvas.toDataURL('image/png');
      },
      [source, size] as const,
    );
    writeFileSync(join(folder, `${size}x${size}.png`), Buffer.from(drawn.slice(drawn.indexOf(',') + 1), 'base64'));
  }
} finally {
  await app.close();
}
