import type { OaButton, OaMessage } from "./client.ts";

/** Zalo's samples disagree about `template_type` on a payload of buttons: leave it out, or name one. */
export type ButtonTemplate = "none" | "button" | "list";

/** Whether what a button says is seen as the person's own message; Zalo's pages do not tell if a hidden one arrives unchanged. */
export type ButtonPress = "hide" | "show";

export type ButtonForm = {
  readonly buttonTemplate: ButtonTemplate;
  readonly buttonPress: ButtonPress;
};

export const maxTextLength = 2_000; // longer text is refused with -210, not cut
const maxButtons = 5;
const maxTitleLength = 100;
const maxSaysLength = 1_000;

/** The body of a consultation message. Throws RangeError for one that breaks Zalo's limits. */
export function oaMessageBody(message: OaMessage, form: ButtonForm): object {
  const text = checkedText(message.text);
  const attachment = attachmentOf(message, form);
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

function attachmentOf(message: OaMessage, form: ButtonForm): object | undefined {
  const { buttons = [], imageAttachmentId } = message;
  if (imageAttachmentId === undefined) {
    return buttons.length === 0 ? undefined : buttonsAttachment(buttons, form);
  }
  if (buttons.length > 0) throw new RangeError("a message has buttons or a picture, not both");
  return pictureOf(imageAttachmentId);
}

function buttonsAttachment(given: readonly OaButton[], form: ButtonForm): object {
  if (given.length > maxButtons) {
    throw new RangeError(`a message has at most ${maxButtons} buttons`);
  }
  const { buttonTemplate, buttonPress } = form;
  const type = buttonTemplate === "none" ? {} : { template_type: buttonTemplate };
  const buttons = given.map((button) => buttonBody(button, buttonPress));
  return { type: "template", payload: { ...type, buttons } };
}

function buttonBody(button: OaButton, press: ButtonPress): object {
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
  return { title, type: `oa.query.${press}`, payload: button.says };
}
