declare module "piexifjs" {
  type Tags = Readonly<Record<number, unknown>>;
  const piexif: {
    /** The EXIF block for these tags, as a binary string. */
    dump(tags: { readonly "0th"?: Tags; readonly Exif?: Tags; readonly GPS?: Tags }): string;
    /** The JPEG (a data URL) with that block in it. */
    insert(exif: string, jpeg: string): string;
    readonly ImageIFD: { readonly Make: number; readonly Model: number };
    readonly ExifIFD: { readonly DateTimeOriginal: number };
    readonly GPSIFD: {
      readonly GPSLatitudeRef: number;
      readonly GPSLatitude: number;
      readonly GPSLongitudeRef: number;
      readonly GPSLongitude: number;
    };
    readonly GPSHelper: { degToDmsRational(degrees: number): unknown };
  };
  export = piexif;
}
