import type { OaButton, OaMessage } from "./client.ts";

/** Zalo's samples disagree about `template_type` on a payload of buttons: leave it out, or name one. */
export type ButtonTemplate = "none" | "button" | "list";

export const maxTextLength = 2_000; // longer text is refused with -210, not cut
const maxButtons = 5;
const maxTitleLength = 100;
const maxSaysLength = 1_000;

/** The body of a consultation message. Throws RangeError for one that breaks Zalo's limits. */
export function oaMessageBody(message: OaMessage, template: ButtonTemplate): object {
  const text = checkedText(message.text);
  const attachment = attachmentOf(message, template);
  return {
    recipient: { user_id: message.userId },
    message: { text, ...(attachment === undefined ? {} : { attachment }) },
  };
}

/** The text composed (decomposed Vietnamese is about a quarter longer). Throws RangeError when it is empty or too long. */
export function checkedText(given: string): string {
  const text = given.normalize("NFC");
  if (text.trim() === "" || text.length > maxTextLength) {
    throw new RangeError(`a message holds 1 to ${maxTextLength} characters`);
  }
  return text;
}

/** A picture under a text, as messages to people and to groups show it. */
export function pictureOf(attachmentId: string): object {
  const elements = [{ media_type: "image", attachment_id: attachmentId }];
  return { type: "template", payload: { template_type: "media", elements } };
}

function attachmentOf(message: OaMessage, template: ButtonTemplate): object | undefined {
  const { buttons = [], imageAttachmentId } = message;
  if (imageAttachmentId === undefined) {
    return buttons.length === 0 ? undefined : buttonsAttachment(buttons, template);
  }
  if (buttons.length > 0) throw new RangeError("a message has buttons or a picture, not both");
  return pictureOf(imageAttachmentId);
}

function buttonsAttachment(given: readonly OaButton[], template: ButtonTemplate): object {
  if (given.length > maxButtons) {
    throw new RangeError(`a message has at most ${maxButtons} buttons`);
  }
  const type = template === "none" ? {} : { template_type: template };
  return { type: "template", payload: { ...type, buttons: given.map(buttonBody) } };
}

function buttonBody(button: OaButton): object {
  const title = button.title.normalize("NFC");
  if (title === "" || title.length > maxTitleLength) {
    throw new RangeError(`the title of a button has 1 to ${maxTitleLength} characters`);
  }
  if ("url" in button) return { title, type: "oa.open.url", payload: { url: button.url } };
  if ("dials" in button) {
    return { title, type: "oa.open.phone", payload: { phone_code: button.dials } };
  }
  if (button.says.length > maxSaysLength) {
    throw new RangeError(`a button says at most ${maxSaysLength} characters`);
  }
  return { title, type: "oa.query.hide", payload: button.says };
}
