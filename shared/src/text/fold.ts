/** Lower case without tone marks ("Trường" → "truong"), so that people find what they type without them. */
export function foldVietnamese(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/đ/g, "d");
}
