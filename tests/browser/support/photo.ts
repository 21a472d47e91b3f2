import piexif from "piexifjs";
import type { Page } from "playwright-core";

/** A photo as a telephone writes it: 2400 × 1800, with the place, the device and the time in it. */
export async function photoFromATelephone(page: Page): Promise<Buffer> {
  const picture = await page.evaluate(drawnInThePage);
  const described = piexif.insert(piexif.dump(whatATelephoneAdds), picture);
  return Buffer.from(described.slice(described.indexOf(",") + 1), "base64");
}

const whatATelephoneAdds = {
  "0th": { [piexif.ImageIFD.Make]: "Dien thoai cua Lan", [piexif.ImageIFD.Model]: "A-51" },
  Exif: { [piexif.ExifIFD.DateTimeOriginal]: "2026:11:20 07:15:00" },
  GPS: {
    [piexif.GPSIFD.GPSLatitudeRef]: "N",
    [piexif.GPSIFD.GPSLatitude]: piexif.GPSHelper.degToDmsRational(11.83),
    [piexif.GPSIFD.GPSLongitudeRef]: "E",
    [piexif.GPSIFD.GPSLongitude]: piexif.GPSHelper.degToDmsRational(108.35),
  },
};

function drawnInThePage(): string {
  const canvas = document.createElement("canvas");
  canvas.width = 2400;
  canvas.height = 1800;
  const pen = canvas.getContext("2d");
  if (pen === null) throw new Error("no canvas");
  const sky = pen.createLinearGradient(0, 0, 2400, 1800);
  sky.addColorStop(0, "#7fb2d9");
  sky.addColorStop(1, "#d9c07f");
  pen.fillStyle = sky;
  pen.fillRect(0, 0, 2400, 1800);
  pen.fillStyle = "#7a4a2b";
  pen.fillRect(700, 800, 1000, 700);
  return canvas.toDataURL("image/jpeg", 0.9);
}
