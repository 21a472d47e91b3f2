import { bareJpeg } from "@truong-an/shared/bare-jpeg";

type JpegLimits = { readonly longestSide: number; readonly mostBytes: number };

const largestFileBytes = 60 * 1024 * 1024;

/** Gentler first: quality, then size, until the picture is within its limit. */
const attempts = [
  { scale: 1, quality: 0.82 },
  { scale: 1, quality: 0.65 },
  { scale: 0.75, quality: 0.65 },
  { scale: 0.5, quality: 0.6 },
] as const;

/**
 * The picture drawn anew as a JPEG: what the camera wrote beside it (place, time, device) is not
 * carried over. Null when this browser cannot open the file, or cannot make it small enough.
 */
export async function jpegFrom(
  file: File,
  { longestSide, mostBytes }: JpegLimits,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (file.size > largestFileBytes) return null;
  const picture = await decoded(file);
  if (picture === null) return null;
  try {
    for (const { scale, quality } of attempts) {
      const drawn = await drawnAnew(picture, longestSide, scale, quality);
      const jpeg = drawn && bareJpeg(new Uint8Array(await drawn.arrayBuffer()));
      if (jpeg !== null && jpeg.length <= mostBytes) return jpeg;
    }
    return null;
  } finally {
    picture.release();
  }
}

type Picture = {
  readonly source: CanvasImageSource;
  readonly width: number;
  readonly height: number;
  readonly release: () => void;
};

/** The image element is the one decoder that turns pictures upright in every browser we serve. */
async function decoded(file: File): Promise<Picture | null> {
  const url = URL.createObjectURL(file);
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    if (width === 0 || height === 0) throw new Error("an empty picture");
    return { source: image, width, height, release: () => URL.revokeObjectURL(url) };
  } catch {
    URL.revokeObjectURL(url);
    return null;
  }
}

function drawnAnew(
  picture: Picture,
  longestSide: number,
  scale: number,
  quality: number,
): Promise<Blob | null> {
  const fit = Math.min(1, longestSide / Math.max(picture.width, picture.height)) * scale;
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * fit));
  canvas.height = Math.max(1, Math.round(picture.height * fit));
  const context = canvas.getContext("2d");
  if (context === null) return Promise.resolve(null);
  context.fillStyle = "white"; // JPEG knows no transparency
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture.source, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
}
